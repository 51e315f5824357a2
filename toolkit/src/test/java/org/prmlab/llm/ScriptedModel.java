package org.prmlab.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.prmlab.llm.Completion.End;

/** A model that gives the same answers, whatever it is asked. */
public final class ScriptedModel implements CompletionSource {
  private final BiFunction<Prompt, AnswerJournal, Samples> answers;
  private final List<Prompt> asked = new ArrayList<>();

  private ScriptedModel(BiFunction<Prompt, AnswerJournal, Samples> answers) {
    this.answers = answers;
  }

  /** These outputs, which the model ends itself and the journal keeps. */
  public ScriptedModel(String... outputs) {
    this(
        (prompt, journal) -> {
          List<Completion> completions =
              List.of(outputs).stream().map(o -> new Completion(o, End.STOPPED)).toList();
          journal.append(prompt, 0, new ModelReply(completions, new TokenUsage(1, 10, 20)));
          return journal.drawn(prompt, "");
        });
  }

  /** These samples, with their ends, their tokens and what is missing of them. */
  public ScriptedModel(Samples samples) {
    this((prompt, journal) -> samples);
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String configuration() {
    return "scripted";
  }

  @Override
  public List<Samples> complete(List<Prompt> prompts, AnswerJournal journal) {
    asked.addAll(prompts);
    return prompts.stream().map(prompt -> answers.apply(prompt, journal)).toList();
  }

  /** The prompts so far. */
  public List<Prompt> asked() {
    return asked;
  }

  @Override
  public void close() {}
}
