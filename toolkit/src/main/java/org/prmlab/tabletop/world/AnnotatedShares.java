package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.prmlab.tabletop.program.WrittenProgram;

/**
 * How solutions for annotation are chosen: mostly wrong ones that convince for a while. PRM800K's
 * are chosen so, and its published shares are the default ("Let's Verify Step by Step", Table 3).
 *
 * @param rightAnswers share of the solutions whose answer is right, in (0, 1)
 * @param rightSteps share of the labeled steps that are right; what follows the first wrong step is
 *     not labeled
 */
record AnnotatedShares(double rightAnswers, double rightSteps) {
  private static final double TOLERANCE = 0.01;

  AnnotatedShares {
    if (!(rightAnswers > 0 && rightAnswers < 1 && rightSteps > 0 && rightSteps < 1)) {
      throw new IllegalArgumentException(
          "share %s of right answers, %s of right steps; expected both more than 0 and less than 1"
              .formatted(rightAnswers, rightSteps));
    }
  }

  static AnnotatedShares ofPrm800k() {
    return new AnnotatedShares(0.142, 0.731);
  }

  /**
   * Chooses at random among solutions with a right answer and among wrong ones. Of the wrong ones
   * so many go wrong late, after two right steps or more, that the share of right steps is met.
   *
   * @throws IllegalArgumentException if there are too few solutions of a kind, or if the share of
   *     right steps cannot be met with them
   */
  List<WrittenProgram> choose(List<WrittenProgram> pool, int count, long seed) {
    List<WrittenProgram> shuffled = new ArrayList<>(pool);
    Collections.shuffle(shuffled, new Random(seed));
    int right = (int) Math.round(rightAnswers * count);
    List<WrittenProgram> chosen =
        new ArrayList<>(first(shuffled, right, w -> w.check().answerRight(), "a right answer"));
    List<WrittenProgram> wrong = shuffled.stream().filter(w -> !w.check().answerRight()).toList();
    int late = Math.min(count - right, Math.max(0, (int) Math.round(late(chosen, wrong, count))));
    chosen.addAll(first(wrong, late, AnnotatedShares::isLate, "a late error"));
    chosen.addAll(first(wrong, count - right - late, w -> !isLate(w), "an early error"));
    double reached = rightSteps(chosen);
    if (Math.abs(reached - rightSteps) > TOLERANCE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%.1f %% of the labeled steps are right; expected %.1f %%: no choice of these"
                  + " solutions comes nearer, take another generator",
              100 * reached,
              100 * rightSteps));
    }
    return chosen;
  }

  private static double rightSteps(List<WrittenProgram> of) {
    double right = of.stream().mapToInt(AnnotatedShares::before).sum();
    return right / (right + of.stream().filter(AnnotatedShares::hasError).count());
  }

  /** Of w wrong ones as many late as make the share of right steps what it should be. */
  private double late(List<WrittenProgram> right, List<WrittenProgram> wrong, int count) {
    double errors = right.stream().filter(AnnotatedShares::hasError).count();
    int others = count - right.size();
    double wanted = (errors + others) * rightSteps / (1 - rightSteps);
    double given = right.stream().mapToInt(AnnotatedShares::before).sum();
    double early = meanBefore(wrong, w -> !isLate(w));
    return (wanted - given - others * early) / (meanBefore(wrong, AnnotatedShares::isLate) - early);
  }

  private static double meanBefore(List<WrittenProgram> of, Predicate<WrittenProgram> kind) {
    return of.stream().filter(kind).mapToInt(AnnotatedShares::before).average().orElse(0);
  }

  /** Labeled steps that are right. */
  private static int before(WrittenProgram written) {
    return written.check().verdict().earliestError().orElse(written.program().steps());
  }

  private static boolean hasError(WrittenProgram written) {
    return written.check().verdict().hasError();
  }

  private static boolean isLate(WrittenProgram written) {
    return before(written) >= 2;
  }

  private static List<WrittenProgram> first(
      List<WrittenProgram> of, int count, Predicate<WrittenProgram> kind, String what) {
    List<WrittenProgram> found = of.stream().filter(kind).limit(count).toList();
    if (found.size() < count) {
      throw new IllegalArgumentException(
          "%d solutions with %s; %d are needed: draw more, or by another generator"
              .formatted(found.size(), what, count));
    }
    return found;
  }
}
