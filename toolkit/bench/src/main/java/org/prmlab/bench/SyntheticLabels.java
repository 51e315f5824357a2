package org.prmlab.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Label files of any size, as {@code prmlab label mc} and {@code prmlab label judge} write them:
 * the same solutions in the same order, 8 steps each on average, 8 rollouts a step.
 *
 * <p>The numbers only have the right shape: four in ten solutions are right, rollouts succeed more
 * often before an error than after it, and the judge is off by a step now and then.
 */
final class SyntheticLabels {
  private static final int MEAN_STEPS = 8;
  private static final int ROLLOUTS = 8;
  private static final String[] WORDS = {
    "add", "both", "sides", "then", "divide", "by", "the", "sum", "of", "terms", "so", "that"
  };

  private final SplittableRandom random;

  private SyntheticLabels(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Writes {@code mc} and {@code judge}, the same bytes for the same seed. */
  static void write(Path mc, Path judge, int solutions, long seed) throws IOException {
    SyntheticLabels labels = new SyntheticLabels(seed);
    try (BufferedWriter rollouts = Files.newBufferedWriter(mc);
        BufferedWriter verdicts = Files.newBufferedWriter(judge)) {
      for (int i = 0; i < solutions; i++) {
        int steps = 2 + labels.random.nextInt(2 * MEAN_STEPS - 3);
        String begin = labels.begin(i, steps);
        int error = labels.random.nextInt(10) < 4 ? steps : labels.random.nextInt(steps);
        rollouts.write(begin + "\"mc\",\"values\":[" + labels.rollouts(steps, error) + "]}]}\n");
        verdicts.write(begin + "\"judge\",\"values\":[" + labels.judged(steps, error) + "]}]}\n");
      }
    }
  }

  private String begin(int solution, int steps) {
    StringBuilder text = new StringBuilder();
    text.append("{\"id\":\"q").append(solution / 8).append('-').append(solution % 8);
    text.append("\",\"generator\":\"synthetic\",\"problem\":\"").append(words(8));
    text.append("\",\"steps\":[\"");
    for (int i = 0; i < steps; i++) {
      text.append(i == 0 ? "" : "\",\"").append(words(6));
    }
    return text.append("\"],\"step_labels\":[{\"source\":").toString();
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  private String rollouts(int steps, int error) {
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < steps; step++) {
      double rate = step < error ? 0.8 : 0.08;
      int correct = 0;
      for (int i = 0; i < ROLLOUTS; i++) {
        correct += random.nextDouble() < rate ? 1 : 0;
      }
      text.append(step == 0 ? "" : ",");
      text.append("{\"correct\":")
          .append(correct)
          .append(",\"total\":")
          .append(ROLLOUTS)
          .append('}');
    }
    return text.toString();
  }

  /** The judge stops at the first error it sees: the steps after it have no label. */
  private String judged(int steps, int error) {
    int seen = random.nextInt(4) == 0 ? Math.min(steps, error + 1) : error;
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < steps; step++) {
      text.append(step == 0 ? "" : ",");
      text.append(step < seen ? "true" : step == seen ? "false" : "null");
    }
    return text.toString();
  }
}
