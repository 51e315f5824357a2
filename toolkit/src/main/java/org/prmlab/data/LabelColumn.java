package org.prmlab.data;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The labels that one source gives the steps of many solutions: a code a step. A code stands for
 * one label, whatever its kind, so that nothing is lost and every rule can be asked later.
 */
public final class LabelColumn {
  /** Codes that every column has. */
  static final int CORRECT = 0;

  static final int INCORRECT = 1;
  static final int UNLABELED = 2;

  private final int[] codes; // (steps)
  private final long[] labels; // (codes), as LabelCode packs them
  private final BitSet without; // solutions that the source did not label

  private LabelColumn(int[] codes, long[] labels, BitSet without) {
    this.codes = codes;
    this.labels = labels;
    this.without = without;
  }

  /** The label of a step, counted over all solutions from 0. */
  public StepLabel label(int step) {
    return LabelCode.unpacked(labels[codes[step]]);
  }

  /** The code of a step, counted over all solutions from 0; an index into {@link #classes}. */
  public int code(int step) {
    return codes[step];
  }

  /** The label that a code stands for. */
  public StepLabel meaning(int code) {
    return LabelCode.unpacked(labels[code]);
  }

  /** How many codes there are. */
  public int codes() {
    return labels.length;
  }

  /** Number of steps of all solutions. */
  public int steps() {
    return codes.length;
  }

  /** Whether the source labeled the solution. */
  public boolean has(int solution) {
    return !without.get(solution);
  }

  /** What each code is under {@code rule}: 1 correct, 0 incorrect, -1 neither. */
  public byte[] classes(Binarization rule) {
    byte[] classes = new byte[labels.length];
    for (int code = 0; code < classes.length; code++) {
      classes[code] =
          LabelCode.unpacked(labels[code])
              .hard(rule)
              .map(hard -> (byte) (hard == StepLabel.Hard.CORRECT ? 1 : 0))
              .orElse((byte) -1);
    }
    return classes;
  }

  /** Whether a threshold makes a difference: some label is a rate. */
  public boolean hasRates() {
    return Arrays.stream(labels).anyMatch(LabelCode::isRate);
  }

  /** Collects labels, solution by solution. */
  public static final class Builder {
    private int[] codes = new int[64];
    private int steps;
    private int solutions;
    private final LabelCodes known = new LabelCodes();
    private final BitSet without = new BitSet();
    private @Nullable LabelColumn copied;
    private int[] here = {}; // codes of the copied column as codes of this one

    /** No solutions yet. */
    public Builder() {
      known.code(LabelCode.hard(true));
      known.code(LabelCode.hard(false));
      known.code(LabelCode.unlabeled());
    }

    private void addCode(int code) {
      if (steps == codes.length) {
        codes = Arrays.copyOf(codes, Growth.atLeast(steps + 1, steps));
      }
      codes[steps++] = code;
    }

    /** The labels of the next solution. */
    public void add(StepLabels of) {
      of.values().forEach(label -> addCode(known.code(LabelCode.packed(label))));
      solutions++;
    }

    /** The next solution, as packed labels. */
    void add(long[] packed, int count) {
      for (int i = 0; i < count; i++) {
        addCode(known.code(packed[i]));
      }
      solutions++;
    }

    /** The labels of the next solution, which are {@code count} of another column's. */
    public void addAll(LabelColumn other, int begin, int count) {
      if (other != copied) {
        copied = other;
        here = new int[other.labels.length];
        for (int i = 0; i < here.length; i++) {
          here[i] = known.code(other.labels[i]);
        }
      }
      for (int step = begin; step < begin + count; step++) {
        addCode(here[other.codes[step]]);
      }
      solutions++;
    }

    /** The labels that a verdict implies; open if {@code error} is {@link SolutionColumns#NONE}. */
    public void addVerdict(int error, int count) {
      int first = error == SolutionColumns.NO_ERROR ? count : error;
      for (int i = 0; i < count; i++) {
        boolean said = error != SolutionColumns.NONE;
        addCode(!said || i > first ? UNLABELED : i < first ? CORRECT : INCORRECT);
      }
      solutions++;
    }

    /** The next solution, which the source did not label. */
    void addNone(int count) {
      without.set(solutions);
      addVerdict(SolutionColumns.NONE, count);
    }

    /** All solutions of another column. */
    void addAll(LabelColumn other, int ofSolutions) {
      int before = solutions;
      addAll(other, 0, other.codes.length);
      other.without.stream().forEach(i -> without.set(before + i));
      solutions = before + ofSolutions;
    }

    /** What was added. */
    public LabelColumn build() {
      return new LabelColumn(Arrays.copyOf(codes, steps), known.labels(), (BitSet) without.clone());
    }
  }
}
