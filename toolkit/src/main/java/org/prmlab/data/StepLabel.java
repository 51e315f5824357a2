package org.prmlab.data;

import java.util.Optional;

/**
 * What one source says about one step.
 *
 * <p>The kinds are kept apart because they answer different questions: a {@link Hard} label or a
 * {@link Rating} is about this step, a {@link Soft} label or a {@link MonteCarlo} count is about
 * reaching the gold answer from here. Making one kind of another loses information and goes through
 * a {@link Binarization} that the caller names.
 *
 * @see <a href="https://arxiv.org/abs/2501.07301">Lessons of Developing PRMs, sections 2.1 and
 *     3.1</a>
 */
public sealed interface StepLabel {

  /** The two-class label this becomes under {@code rule}; empty if it says nothing then. */
  Optional<Hard> hard(Binarization rule);

  /** A count of rollouts from the end of this step, all of them with a verdict. */
  static MonteCarlo monteCarlo(int correct, int total) {
    return new MonteCarlo(correct, total, total);
  }

  /** A probability in [0, 1]. */
  static Soft soft(double probability) {
    return new Soft(probability);
  }

  /** A two-class label. */
  enum Hard implements StepLabel {
    CORRECT,
    INCORRECT;

    @Override
    public Optional<Hard> hard(Binarization rule) {
      return Optional.of(this);
    }
  }

  /** PRM800K's three-class human rating (Lightman et al. 2023, arXiv 2305.20050, section 2.4). */
  enum Rating implements StepLabel {
    /** Wrong or unreasonable; {@code -1} in the files. */
    NEGATIVE,
    /** Ambiguous: subtly misleading, or technically valid yet no help; {@code 0} in the files. */
    NEUTRAL,
    /** Right and reasonable; {@code 1} in the files. */
    POSITIVE;

    @Override
    public Optional<Hard> hard(Binarization rule) {
      return switch (this) {
        case NEGATIVE -> Optional.of(Hard.INCORRECT);
        case POSITIVE -> Optional.of(Hard.CORRECT);
        case NEUTRAL -> rule.neutral().label();
      };
    }
  }

  /** The source did not label this step, e.g. because it stopped at the first error. */
  enum Unlabeled implements StepLabel {
    UNLABELED;

    @Override
    public Optional<Hard> hard(Binarization rule) {
      return Optional.empty();
    }
  }

  /**
   * A probability without its sample.
   *
   * @param probability in [0, 1]
   */
  record Soft(double probability) implements StepLabel {
    public Soft {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "soft label " + probability + ", outside [0, 1]; divide the count by its total first");
      }
    }

    @Override
    public Optional<Hard> hard(Binarization rule) {
      return Optional.of(rule.above(probability));
    }
  }

  /**
   * How many completions from the end of this step reached the gold answer. A completion without a
   * verdict (cut off, without an answer, or with one that could not be compared) is no failure: it
   * is among those tried and not among the total.
   *
   * @param correct completions that reached it, 0 to {@code total}
   * @param total completions with a verdict, at least 1 (the paper: 8)
   * @param tried completions sampled, at least {@code total}
   */
  record MonteCarlo(int correct, int total, int tried) implements StepLabel {
    public MonteCarlo {
      if (total < 1 || correct < 0 || correct > total || tried < total) {
        throw new IllegalArgumentException(
            "%d of %d rollouts correct, %d tried; expected 0 <= correct <= total <= tried and total >= 1"
                .formatted(correct, total, tried));
      }
    }

    /** The soft label, correct / total, in [0, 1]. */
    public double estimate() {
      return (double) correct / total;
    }

    @Override
    public Optional<Hard> hard(Binarization rule) {
      return Optional.of(rule.above(estimate()));
    }
  }
}
