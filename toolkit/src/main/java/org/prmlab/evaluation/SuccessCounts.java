package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.prmlab.data.Binarization;
import org.prmlab.data.StepLabel;

/**
 * How many steps have so many rollouts that reach the answer, by what is true of the step.
 *
 * @param right right steps by their number of successes, from 0 to all rollouts
 * @param wrong first wrong steps in the same way
 */
public record SuccessCounts(List<Long> right, List<Long> wrong) {
  public SuccessCounts {
    right = List.copyOf(right);
    wrong = List.copyOf(wrong);
  }

  /**
   * The counts of some solutions.
   *
   * @param pairs rollout counts first, what is true second; steps of which the second says nothing
   *     do not count
   */
  public static SuccessCounts of(List<LabelPair> pairs) {
    int most =
        pairs.stream()
            .flatMap(p -> p.first().values().stream())
            .mapToInt(l -> l instanceof StepLabel.MonteCarlo counts ? counts.total() : 0)
            .max()
            .orElse(0);
    return new SuccessCounts(
        counts(pairs, StepLabel.Hard.CORRECT, most), counts(pairs, StepLabel.Hard.INCORRECT, most));
  }

  private static List<Long> counts(List<LabelPair> pairs, StepLabel.Hard kind, int most) {
    long[] counts = new long[most + 1];
    for (LabelPair pair : pairs) {
      for (int i = 0; i < pair.first().values().size(); i++) {
        StepLabel truth = pair.second().values().get(i);
        boolean isOfKind = truth.hard(Binarization.withDefaults()).equals(Optional.of(kind));
        if (isOfKind && pair.first().values().get(i) instanceof StepLabel.MonteCarlo label) {
          counts[label.correct()]++;
        }
      }
    }
    return LongStream.of(counts).boxed().toList();
  }

  /** The most rollouts that any step has. */
  public int rollouts() {
    return right.size() - 1;
  }

  /** Share of right steps with so many successes, in [0, 1]; 0 if there are no right steps. */
  public double rightShare(int successes) {
    return share(right, successes);
  }

  /** The same of first wrong steps. */
  public double wrongShare(int successes) {
    return share(wrong, successes);
  }

  private static double share(List<Long> counts, int successes) {
    return (double) counts.get(successes) / Math.max(1, steps(counts));
  }

  /** How many steps there are in these counts. */
  public static long steps(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
