package org.prmlab.cli.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ScoreSource;
import org.prmlab.format.RowKind;

/**
 * One of two systems that are compared.
 *
 * @param name as it was given
 * @param source where its scores are, unless its file holds predictions
 * @param kind what its file holds; empty for a PRM of the data
 */
record ComparedSide(String name, ScoreSource source, Optional<RowKind> kind) {

  /** A file if there is one of this name, and a PRM of the data otherwise. */
  static ComparedSide of(String name) {
    Path file = Path.of(name);
    return Files.exists(file)
        ? new ComparedSide(name, ScoreSource.ofFile(file), Optional.of(RowKind.of(file)))
        : new ComparedSide(name, ScoreSource.ofPrm(name), Optional.empty());
  }

  /** Its file, if it is of this kind. */
  Optional<Path> file(RowKind wanted) {
    return kind.filter(found -> found == wanted).flatMap(found -> source.file());
  }

  /** Whether it has one score a solution instead of one a step. */
  boolean isOutcomeModel(EvaluatedData data) {
    return kind.isEmpty() && data.columns().isOutcomeModel(name);
  }

  /**
   * Requires the data to know it.
   *
   * @throws IllegalArgumentException if it is neither a file nor a PRM or outcome model of the data
   */
  void requireIn(EvaluatedData data) {
    if (kind.isEmpty()
        && !data.columns().isPrm(name)
        && !data.columns().outcomeModels().contains(name)) {
      throw new IllegalArgumentException(
          "'%s' is no file and no PRM of %s, whose first solution has scores of %s"
              .formatted(name, data.path(), data.again().solution(0).scores().keySet()));
    }
  }
}
