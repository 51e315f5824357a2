package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.IdIndex;
import org.prmlab.data.ScoreColumn;
import org.prmlab.data.SolutionColumns;

/** Scores of one PRM that are in another file of the same solutions, found by their ids. */
final class JoinedScores {
  private JoinedScores() {}

  /**
   * The scores, in the order of the data.
   *
   * @throws IllegalArgumentException if a solution is missing, or differs in its number of steps
   */
  static ScoreColumn read(Path file, EvaluatedData data) {
    if (file.equals(data.path())) {
      return ScoreSource.ofPrm(onlyPrm(data.columns(), file)).scores(data);
    }
    EvaluatedData other = EvaluatedData.read(file, ColumnRequest.withDefaults().withEveryPrm());
    SolutionColumns from = other.columns();
    ScoreColumn scores = ScoreSource.ofPrm(onlyPrm(from, file)).scores(other);
    SolutionColumns to = data.columns();
    IdIndex places = IdIndex.of(from.ids());
    double[] all = new double[to.steps()];
    int[] counts = new int[to.size()];
    Arrays.fill(all, Double.NaN);
    for (int i = 0; i < to.size(); i++) {
      String id = to.ids().get(i);
      OptionalInt place = places.find(id);
      if (place.isEmpty()) {
        throw new IllegalArgumentException(
            "%s: solution '%s' of %s is missing; both must hold the same solutions"
                .formatted(file, id, data.path()));
      }
      int j = place.getAsInt();
      if (from.steps(j) != to.steps(i)) {
        throw new IllegalArgumentException(
            "solution '%s' has %d steps in %s and %d in %s; both must hold the same solutions"
                .formatted(id, to.steps(i), data.path(), from.steps(j), file));
      }
      counts[i] = scores.scored(j);
      for (int step = 0; step < counts[i]; step++) {
        all[to.begin(i) + step] = scores.score(from.begin(j) + step);
      }
    }
    return ScoreColumn.of(all, counts);
  }

  private static String onlyPrm(SolutionColumns columns, Path file) {
    List<String> prms = columns.prms();
    if (prms.size() != 1) {
      throw new IllegalArgumentException(
          "%s: has scores of %s; expected those of one PRM; name the PRM of a file with several by --data %s"
              .formatted(file, prms.isEmpty() ? "no PRM" : "the PRMs " + prms, file));
    }
    return prms.get(0);
  }
}
