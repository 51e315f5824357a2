package org.prmlab.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Scored files of any size: solutions with verdicts and the scores of five PRMs, or 16 samples a
 * problem with answers and one PRM's scores. The numbers only have the right shape: scores are
 * lower from the first error on, the more so the better the PRM.
 */
final class SyntheticScores {
  /** How many samples each problem has. */
  static final int SAMPLES = 16;

  private static final int MEAN_STEPS = 8;
  private static final int PER_PROBLEM = 8; // solutions of a problem that are judged

  private final SplittableRandom random;

  private SyntheticScores(SplittableRandom random) {
    this.random = random;
  }

  static SyntheticScores of(long seed) {
    return new SyntheticScores(new SplittableRandom(seed));
  }

  /** Writes solutions with verdicts; the same bytes for the same seed. */
  void writeScored(Path file, int solutions) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < solutions; i++) {
        int steps = 2 + random.nextInt(2 * MEAN_STEPS - 3);
        int error = random.nextInt(10) < 4 ? steps : random.nextInt(steps);
        StringBuilder line = begin(i, i / PER_PROBLEM, steps);
        line.append(",\"label\":").append(error == steps ? -1 : error);
        line.append(",\"final_answer_correct\":").append(error == steps);
        line.append(",\"scores\":{");
        for (int prm = 1; prm <= BenchFiles.PRMS; prm++) {
          line.append(prm == 1 ? "" : ",").append("\"prm-").append(prm).append("\":");
          scores(steps, error, prm, line);
        }
        out.write(line.append("}}\n").toString());
      }
    }
  }

  /** Writes samples, the last problem's whole. */
  void writeSamples(Path file, int solutions) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < solutions / SAMPLES * SAMPLES; i++) {
        int steps = 2 + random.nextInt(2 * MEAN_STEPS - 3);
        boolean right = random.nextInt(10) < 3 + i / SAMPLES % 5;
        int error = right ? steps : random.nextInt(steps);
        StringBuilder line = begin(i, i / SAMPLES, steps);
        line.append(",\"final_answer\":\"").append(right ? 7 : random.nextInt(7));
        line.append("\",\"final_answer_correct\":").append(right);
        line.append(",\"scores\":{\"prm\":");
        scores(steps, error, 3, line);
        out.write(line.append("}}\n").toString());
      }
    }
  }

  private StringBuilder begin(int solution, int problem, int steps) {
    StringBuilder line = new StringBuilder();
    line.append("{\"id\":\"s").append(solution).append("\",\"generator\":\"synthetic\"");
    line.append(",\"problem\":\"what is the sum of all terms up to number ").append(problem);
    line.append("?\",\"steps\":[");
    for (int i = 0; i < steps; i++) {
      line.append(i == 0 ? "" : ",").append("\"add both sides, then divide by ");
      line.append(random.nextInt(1000)).append('"');
    }
    return line.append(']');
  }

  private void scores(int steps, int error, int quality, StringBuilder to) {
    for (int step = 0; step < steps; step++) {
      double noise = random.nextDouble();
      double score = step < error ? Math.pow(noise, 1.0 / (quality + 1)) : noise * noise;
      to.append(step == 0 ? '[' : ',').append(String.format(Locale.ROOT, "%.6f", score));
    }
    to.append(']');
  }
}
