package org.prmlab.llm;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.llm.Completion.End;

/** A model that gives these outputs, whatever it is asked. */
public final class ScriptedModel implements CompletionSource {
  private final List<String> outputs;
  private final List<Prompt> asked = new ArrayList<>();

  public ScriptedModel(String... outputs) {
    this.outputs = List.of(outputs);
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
    List<Completion> completions =
        outputs.stream().map(o -> new Completion(o, End.STOPPED)).toList();
    prompts.forEach(
        p -> journal.append(p, 0, new ModelReply(completions, new TokenUsage(1, 10, 20))));
    return prompts.stream().map(p -> journal.drawn(p, "")).toList();
  }

  /** The prompts so far. */
  public List<Prompt> asked() {
    return asked;
  }

  @Override
  public void close() {}
}
