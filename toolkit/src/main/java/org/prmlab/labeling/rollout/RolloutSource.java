package org.prmlab.labeling.rollout;

import java.util.List;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.Samples;

/** Draws rollouts: completions of a solution from the end of one of its steps. */
@FunctionalInterface
public interface RolloutSource {

  /** The rollouts of every request, in the order of the requests. */
  List<Samples> roll(List<RolloutRequest> requests);

  /** Rollouts written by a language model. */
  static RolloutSource of(CompletionSource model, RolloutPrompt prompt, AnswerJournal journal) {
    return requests ->
        model.complete(
            requests.stream().map(r -> prompt.of(r.solution(), r.step(), r.samples())).toList(),
            journal);
  }
}
