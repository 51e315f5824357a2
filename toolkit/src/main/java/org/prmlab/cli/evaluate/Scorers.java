package org.prmlab.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.cli.common.MeaningNote;
import org.prmlab.data.Aggregation;
import org.prmlab.evaluation.bestofn.SampleScores;

/**
 * Whose scores choose among samples.
 *
 * @param prms PRMs, with a score a step
 * @param outcomeModels outcome reward models, with a score a solution
 */
record Scorers(List<String> prms, List<String> outcomeModels) {

  /** All that scored a solution of every problem. */
  static Scorers all(SampleScores samples) {
    return new Scorers(samples.prms(), samples.outcomeModels());
  }

  /** Only this one. */
  static Scorers only(String name, SampleScores samples) {
    return samples.outcomeModels().contains(name)
        ? new Scorers(List.of(), List.of(name))
        : new Scorers(List.of(name), List.of());
  }

  /** What a reader of the numbers must know of the scores: one sentence each. */
  List<String> notes(SampleScores samples, List<Aggregation> aggregations) {
    List<String> notes = new ArrayList<>();
    for (String prm : prms) {
      MeaningNote.of(prm, samples.meaning(prm), aggregations).ifPresent(notes::add);
    }
    for (String model : outcomeModels) {
      String vote =
          samples.weightedByOutcome(model).isPresent()
              ? ""
              : ", and not all in [0, 1]: no weighted vote, which needs weights";
      notes.add("%s: one score a solution, no aggregation%s".formatted(model, vote));
    }
    List<String> used = new ArrayList<>(prms);
    used.addAll(outcomeModels);
    for (String name : used) {
      int unscored = samples.unscored(name);
      if (unscored > 0) {
        notes.add(
            "%s: %d of %d samples have no score; they rank last and have no weight"
                .formatted(name, unscored, samples.samples().size()));
      }
    }
    samples
        .leftOut()
        .forEach(
            name ->
                notes.add(
                    "%s: left out, it gave no score to any sample of some problem"
                        .formatted(name)));
    return notes;
  }
}
