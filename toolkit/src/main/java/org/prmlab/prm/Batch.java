package org.prmlab.prm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.model.TokenRow;

/**
 * Rows computed together.
 *
 * @param rows indices into the list the plan was made for, from 0
 * @param shared leading tokens all of them have in common, computed once; 0 for none
 */
record Batch(List<Integer> rows, int shared) {
  private static final int WORTH_SHARING = 32; // tokens; a call of its own costs about as much

  Batch {
    rows = List.copyOf(rows);
  }

  /**
   * Cuts rows into batches of at most {@code budget} tokens each, padding included. Rows of one
   * group (solutions of one problem) that begin alike stay together and compute their beginning
   * once; all others are sorted by length, so that hardly anything is padded.
   *
   * @param groups group of each row; rows of a group are candidates for sharing
   * @param leastSaving share of a group's tokens that sharing has to save; see {@link
   *     RowScorer#leastSaving}
   */
  static List<Batch> plan(
      List<TokenRow> rows, List<String> groups, int budget, double leastSaving) {
    Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byGroup.computeIfAbsent(groups.get(i), g -> new ArrayList<>()).add(i);
    }
    List<Batch> batches = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (List<Integer> group : byGroup.values()) {
      int shared = group.size() == 1 ? 0 : shared(rows, group);
      if (shared < WORTH_SHARING || saving(rows, group, shared) < leastSaving) {
        others.addAll(group);
      } else {
        cut(batches, rows, group, new Budget(budget, shared));
      }
    }
    cut(batches, rows, others, new Budget(budget, 0));
    return batches;
  }

  /** The share of the group's tokens that need not be computed. */
  private static double saving(List<TokenRow> rows, List<Integer> group, int shared) {
    double tokens = group.stream().mapToLong(i -> rows.get(i).length()).sum();
    return shared * (group.size() - 1) / tokens;
  }

  private record Budget(int tokens, int shared) {
    boolean holds(int rows, int longest) {
      return (long) rows * (longest - shared) + shared <= tokens;
    }
  }

  private static void cut(
      List<Batch> batches, List<TokenRow> rows, List<Integer> members, Budget budget) {
    List<Integer> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparingInt(i -> -rows.get(i).length()));
    List<Integer> batch = new ArrayList<>();
    for (int row : sorted) {
      int longest = rows.get(batch.isEmpty() ? row : batch.get(0)).length();
      if (!batch.isEmpty() && !budget.holds(batch.size() + 1, longest)) {
        batches.add(new Batch(batch, budget.shared()));
        batch.clear();
      }
      batch.add(row);
    }
    if (!batch.isEmpty()) {
      batches.add(new Batch(batch, budget.shared()));
    }
  }

  /** Tokens all members begin with, before the first position any of them is read at. */
  private static int shared(List<TokenRow> rows, List<Integer> members) {
    TokenRow first = rows.get(members.get(0));
    int shared = Integer.MAX_VALUE;
    for (int member : members) {
      TokenRow row = rows.get(member);
      shared = Math.min(shared, Math.min(row.length() - 1, row.positions().min().orElse(0)));
      int same = 0;
      while (same < Math.min(shared, first.length()) && row.id(same) == first.id(same)) {
        same++;
      }
      shared = Math.min(shared, same);
    }
    return shared;
  }

  /** Both halves, for a device that could not hold the whole. */
  List<Batch> halves() {
    int half = rows.size() / 2;
    return List.of(
        new Batch(rows.subList(0, half), shared),
        new Batch(rows.subList(half, rows.size()), shared));
  }
}
