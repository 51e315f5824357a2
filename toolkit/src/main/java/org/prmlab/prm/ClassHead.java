package org.prmlab.prm;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;

/**
 * The head of transformers' token and sequence classifiers: one linear layer, {@code score}.
 *
 * @param classes how many; a single one is a logit of its own
 * @param bias sequence classifiers have none
 * @param right classes that mean "right": their probabilities add up to the score
 */
record ClassHead(int classes, Bias bias, Set<Integer> right) {
  static final String NAME = "score";

  ClassHead {
    right = Set.copyOf(right);
  }

  /** TRL's: two classes, of which the second means "right". */
  static ClassHead ofTrl() {
    return new ClassHead(2, Bias.PRESENT, Set.of(1));
  }

  static boolean isIn(Checkpoint checkpoint) {
    return checkpoint.shapeOf(NAME + ".weight").size() == 2;
  }

  /**
   * The head a checkpoint has.
   *
   * @param usual the class that means "right" where there are two without names; absent if nothing
   *     is usual
   * @throws IllegalArgumentException if which classes mean "right" has to be stated
   */
  static ClassHead of(Checkpoint checkpoint, PrmConventions conventions, OptionalInt usual) {
    int classes = Math.toIntExact(checkpoint.shapeOf(NAME + ".weight").get(0));
    Bias bias = checkpoint.has(NAME + ".bias") ? Bias.PRESENT : Bias.ABSENT;
    List<String> names = checkpoint.headNotes().classes();
    Set<Integer> stated = conventions.rightClasses();
    stated.forEach(c -> requireClass(checkpoint, c, classes));
    if (!stated.isEmpty() || classes == 1) {
      return new ClassHead(classes, bias, stated);
    }
    Set<Integer> right = named(names);
    if (right.isEmpty() && names.isEmpty() && classes == 2 && usual.isPresent()) {
      right.add(usual.getAsInt());
    }
    if (right.size() != 1 || classes != 2) {
      throw new IllegalArgumentException(
          "%s: its head has %d classes%s; state which of them, counted from 0, mean that a step or solution is right"
              .formatted(
                  checkpoint.folder(),
                  classes,
                  names.isEmpty() ? "" : " (" + String.join(", ", names) + ")"));
    }
    return new ClassHead(classes, bias, right);
  }

  /** The one of two classes that is named as right, if the other is named as wrong. */
  private static Set<Integer> named(List<String> names) {
    Set<Integer> right = new TreeSet<>();
    if (names.size() == 2) {
      for (int i = 0; i < 2; i++) {
        if (Polarity.isGood(names.get(i)) && Polarity.isBad(names.get(1 - i))) {
          right.add(i);
        }
      }
    }
    return right;
  }

  private static void requireClass(Checkpoint checkpoint, int wanted, int classes) {
    if (wanted >= classes) {
      throw new IllegalArgumentException(
          "%s: right class %d, but its head has %d classes, counted from 0"
              .formatted(checkpoint.folder(), wanted, classes));
    }
  }

  Head head() {
    return Head.of(new Layer(NAME, classes, bias));
  }

  /** The probability of the right classes; of a single class, its logit. */
  double score(float[] logits) {
    if (logits.length != classes) {
      throw new IllegalArgumentException(
          "%d classes; expected %d: head of another PRM family?".formatted(logits.length, classes));
    }
    return classes == 1 ? logits[0] : Links.softmax(logits, right);
  }
}
