package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;

/**
 * One claim on two builds of the same worlds.
 *
 * @param first as the one build says
 * @param second as the other says
 * @param shifts of the number in each world that has it in both, second minus first
 */
public record FindingShift(Finding first, Finding second, List<WorldShift> shifts) {
  public FindingShift {
    shifts = List.copyOf(shifts);
  }

  /**
   * How far a number moved in one world.
   *
   * @param seed of the world
   */
  public record WorldShift(int seed, double first, double second) {
    /** Second minus first. */
    public double by() {
      return second - first;
    }
  }

  static FindingShift of(Finding first, Finding second) {
    if (!first.posed().equals(second.posed())) {
      throw new IllegalArgumentException(
          "claim %s beside %s: the same claim is expected".formatted(first.id(), second.id()));
    }
    List<WorldShift> shifts = new ArrayList<>();
    for (WorldValue here : first.worlds()) {
      for (WorldValue there : second.worlds()) {
        if (here.seed() == there.seed()) {
          here.mean()
              .ifPresent(
                  a -> there.mean().ifPresent(b -> shifts.add(new WorldShift(here.seed(), a, b))));
        }
      }
    }
    return new FindingShift(first, second, shifts);
  }

  /** The mean distance that the number moved in a world; 0 if no world has it in both. */
  public double meanMove() {
    return shifts.stream().mapToDouble(s -> Math.abs(s.by())).average().orElse(0);
  }

  /** The farthest that it moved in a world. */
  public double mostMove() {
    return shifts.stream().mapToDouble(s -> Math.abs(s.by())).max().orElse(0);
  }

  /** Whether both builds decide alike. */
  public boolean isSameVerdict() {
    return first.conclusion() == second.conclusion();
  }
}
