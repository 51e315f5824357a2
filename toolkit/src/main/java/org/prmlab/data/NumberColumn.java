package org.prmlab.data;

import java.util.Arrays;

/** A number a solution, such as the score of an outcome reward model; NaN where there is none. */
final class NumberColumn {
  private final double[] numbers; // (solutions)

  private final boolean empty;

  private NumberColumn(double[] numbers) {
    this.numbers = numbers;
    this.empty = Arrays.stream(numbers).allMatch(Double::isNaN);
  }

  /** A solution's number; NaN if it has none. */
  public double get(int solution) {
    return numbers[solution];
  }

  /** Whether no solution has one. */
  public boolean isEmpty() {
    return empty;
  }

  /** Collects numbers. */
  static final class Builder {
    private double[] numbers = new double[16];
    private int size;

    void add(double number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, Growth.atLeast(size + 1, size));
      }
      numbers[size++] = number;
    }

    void addNone(int solutions) {
      for (int i = 0; i < solutions; i++) {
        add(Double.NaN);
      }
    }

    void addAll(NumberColumn other) {
      for (double number : other.numbers) {
        add(number);
      }
    }

    NumberColumn build() {
      return new NumberColumn(Arrays.copyOf(numbers, size));
    }
  }
}
