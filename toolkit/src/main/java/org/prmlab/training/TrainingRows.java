package org.prmlab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.text.ModelText;
import org.prmlab.prm.PrmFamily;
import org.prmlab.prm.PrmSettings.TooLong;

/**
 * A data set as the rows a PRM is trained on.
 *
 * @param leftOut solutions without any label to learn from
 */
record TrainingRows(List<TargetRow> rows, int leftOut) {
  /** Turns solutions into tokens. */
  record Encoding(PrmFamily family, ModelText text, int longest, TooLong tooLong) {
    TokenRow encode(LabeledSolution labeled) {
      TokenRow row = family.encode(labeled.solution(), text);
      int steps = labeled.solution().steps().size();
      if (row.scoredPositions() != steps) {
        throw new IllegalArgumentException(
            "solution '%s' has %d steps but %d step markers as tokens; its text holds a marker itself"
                .formatted(labeled.solution().id(), steps, row.scoredPositions()));
      }
      if (row.length() > longest && tooLong == TooLong.REFUSE) {
        throw new IllegalArgumentException(
            "solution '%s' has %d tokens, the model reads at most %d; truncate solutions that are too long, or leave it out"
                .formatted(labeled.solution().id(), row.length(), longest));
      }
      return row.truncated(longest);
    }
  }

  /**
   * The rows of all solutions that have a label.
   *
   * @throws IllegalArgumentException if none has
   */
  static TrainingRows of(StepDataset data, StepTargets targets, Encoding encoding) {
    List<TargetRow> rows = new ArrayList<>();
    for (LabeledSolution labeled : data.solutions()) {
      Optional<TargetRow> row = targets.of(labeled, encoding.encode(labeled));
      row.ifPresent(rows::add);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: none of %d solutions has labels%s; name another source of labels"
              .formatted(
                  data.card().name(),
                  data.size(),
                  targets.source().map(s -> " of '" + s + "'").orElse("")));
    }
    return new TrainingRows(List.copyOf(rows), data.size() - rows.size());
  }

  /** Labels of all rows. */
  long labels() {
    return rows.stream().mapToLong(r -> r.row().scoredPositions()).sum();
  }

  /** SHA-256 of all tokens and targets, 64 hexadecimal digits. */
  String sha256() {
    var print = new Fingerprint();
    rows.forEach(row -> row.describe(print));
    return print.hex();
  }
}
