package org.prmlab.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.answer.AnswerRule;
import org.prmlab.labeling.rollout.RolloutPrompt;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;

/**
 * A language model, here or behind an endpoint, as the policy of a search. Its samples must end at
 * {@link RolloutPrompt#STEP_END}. A solution ends with the step that boxes an answer, or where the
 * model ends it; an empty step is none.
 *
 * <p>Not for several threads at a time.
 */
public final class ModelProposer implements StepProposer {
  private final CompletionSource model;
  private final RolloutPrompt prompt;
  private final AnswerJournal journal;
  private final Map<String, String> unanswered = new LinkedHashMap<>();

  private ModelProposer(CompletionSource model, RolloutPrompt prompt, AnswerJournal journal) {
    this.model = model;
    this.prompt = prompt;
    this.journal = journal;
  }

  /**
   * A policy.
   *
   * @param model stays open
   * @param prompt how it is asked to go on
   * @param journal keeps its answers, stays open
   */
  public static ModelProposer of(
      CompletionSource model, RolloutPrompt prompt, AnswerJournal journal) {
    return new ModelProposer(model, prompt, journal);
  }

  @Override
  public List<List<NextStep>> propose(List<SearchPath> paths, int samples) {
    List<Prompt> prompts = paths.stream().map(p -> prompt(p, samples)).toList();
    List<Samples> drawn = model.complete(prompts, journal);
    List<List<NextStep>> proposed = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      String id = prompts.get(i).id();
      drawn.get(i).missing().ifPresent(why -> unanswered.put(id, why));
      proposed.add(steps(drawn.get(i)));
    }
    return proposed;
  }

  /** Prompts that lack samples so far, and why: the search went on without them. */
  public Map<String, String> unanswered() {
    return Map.copyOf(unanswered);
  }

  private Prompt prompt(SearchPath path, int samples) {
    String id = path.problem().id() + "/" + path.place();
    return prompt.of(path.problem().text(), path.steps(), id, SampleRange.ofFirst(samples));
  }

  private static List<NextStep> steps(Samples drawn) {
    int count = Math.max(1, drawn.completions().size());
    int tokens = (int) Math.max(1, Math.round((double) drawn.usage().completionTokens() / count));
    return drawn.completions().stream()
        .filter(c -> !c.text().isBlank())
        .map(c -> new NextStep(c.text().strip(), isLast(c), tokens))
        .toList();
  }

  private static boolean isLast(Completion step) {
    return step.end() == End.STOPPED || AnswerRule.BOXED.find(step.text()).isPresent();
  }
}
