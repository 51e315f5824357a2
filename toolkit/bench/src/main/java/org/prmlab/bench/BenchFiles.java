package org.prmlab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files of the analysis benchmarks, made where they are not there.
 *
 * @param folder where they are
 * @param solutions in each of them; 8 steps each on average
 */
record BenchFiles(Path folder, int solutions) {
  /** How many PRMs score {@link #scored()}. */
  static final int PRMS = 5;

  private static final long SEED = 1;

  BenchFiles {
    if (solutions < SyntheticScores.SAMPLES) {
      throw new IllegalArgumentException(
          "%d solutions; expected at least %d, one problem's samples"
              .formatted(solutions, SyntheticScores.SAMPLES));
    }
  }

  /** Solutions with the labels of rollouts. */
  Path mc() {
    return file("mc");
  }

  /** The same solutions with those of a judge. */
  Path judge() {
    return file("judge");
  }

  /** Solutions with verdicts and the scores of five PRMs. */
  Path scored() {
    return file("scored");
  }

  /** Samples with graded answers and scores of one PRM. */
  Path samples() {
    return file("samples");
  }

  /** What a consensus filter keeps; written by each side again. */
  Path kept() {
    return file("kept");
  }

  /** What it throws away. */
  Path dropped() {
    return file("dropped");
  }

  private Path file(String name) {
    return folder.resolve(name + "-" + solutions + ".jsonl");
  }

  /** Makes the label files. */
  void labels() throws IOException {
    if (!Files.exists(judge()) || !Files.exists(mc())) {
      Files.createDirectories(folder);
      SyntheticLabels.write(part(mc()), part(judge()), solutions, SEED);
      moveIntoPlace(mc());
      moveIntoPlace(judge());
    }
  }

  /** Makes all. */
  void all() throws IOException {
    labels();
    if (!Files.exists(samples()) || !Files.exists(scored())) {
      SyntheticScores.of(SEED).writeScored(part(scored()), solutions);
      SyntheticScores.of(SEED).writeSamples(part(samples()), solutions);
      moveIntoPlace(scored());
      moveIntoPlace(samples());
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static void moveIntoPlace(Path file) throws IOException {
    Files.move(part(file), file, StandardCopyOption.REPLACE_EXISTING);
  }
}
