package org.prmlab.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.prmlab.data.NameColumn;
import org.prmlab.data.ProblemKey;
import org.prmlab.stats.ClusterSums;
import org.prmlab.stats.Clusters;

/** {@link PrmBenchItem}s in columns: of each item its problem, its class, and six counts. */
public final class PrmBenchColumns {
  private final int[] problems; // (items)
  private final NameColumn classes; // (items)
  private final int[] counts; // (items, 6)

  private PrmBenchColumns(int[] problems, NameColumn classes, int[] counts) {
    this.problems = problems;
    this.classes = classes;
    this.counts = counts;
  }

  static PrmBenchColumns of(List<PrmBenchItem> items) {
    Map<ProblemKey, Integer> problems = new HashMap<>();
    Builder columns = new Builder(items.size());
    for (PrmBenchItem item : items) {
      int next = problems.size();
      int problem = problems.computeIfAbsent(item.problem(), key -> next);
      columns.add(problem, item.classification(), flags(item.valid()), flags(item.called()));
    }
    return columns.build();
  }

  private static boolean[] flags(List<Boolean> values) {
    boolean[] flags = new boolean[values.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = values.get(i);
    }
    return flags;
  }

  /** How many items there are. */
  public int size() {
    return problems.length;
  }

  /** The classes of errors, in order of first appearance. */
  List<String> classes() {
    return classes.names();
  }

  /** The items of one class only. */
  PrmBenchColumns ofClass(int code) {
    int[] items = IntStream.range(0, size()).filter(i -> classes.code(i) == code).toArray();
    int[] of = new int[items.length * ValidityCounts.SIZE];
    for (int i = 0; i < items.length; i++) {
      int from = items[i] * ValidityCounts.SIZE;
      System.arraycopy(counts, from, of, i * ValidityCounts.SIZE, ValidityCounts.SIZE);
    }
    int[] ofProblems = IntStream.of(items).map(i -> problems[i]).toArray();
    return new PrmBenchColumns(ofProblems, classes.of(items), of);
  }

  /** Items of one problem are one cluster. */
  Clusters clusters() {
    return Clusters.ofNumbers(problems);
  }

  /** The six counts of each cluster, as one part. */
  ClusterSums sums(Clusters clusters) {
    ClusterSums sums = new ClusterSums(1, ValidityCounts.SIZE);
    for (int i = 0; i < counts.length; i++) {
      int item = i / ValidityCounts.SIZE;
      sums.part(0).add(clusters.of(item), i % ValidityCounts.SIZE, counts[i]);
    }
    return sums;
  }

  /** Collects items. */
  public static final class Builder {
    private final int[] problems;
    private final NameColumn.Builder classes = new NameColumn.Builder();
    private final int[] counts;
    private int size;

    /**
     * @param items how many there will be at most
     */
    public Builder(int items) {
      problems = new int[items];
      counts = new int[Math.multiplyExact(items, ValidityCounts.SIZE)];
    }

    /**
     * The next item.
     *
     * @param problem a number that items of the same problem share
     * @param classification the class of planted errors
     * @param valid whether each step is valid
     * @param called whether the PRM calls each step valid; as many as there are steps
     */
    public void add(int problem, String classification, boolean[] valid, boolean[] called) {
      if (valid.length != called.length) {
        throw new IllegalArgumentException(
            "%d steps but %d step labels; score it without truncation or leave it out"
                .formatted(valid.length, called.length));
      }
      problems[size] = problem;
      classes.add(classification);
      ValidityCounts.count(valid, called, counts, size * ValidityCounts.SIZE);
      size++;
    }

    /** What was added. */
    public PrmBenchColumns build() {
      return new PrmBenchColumns(
          Arrays.copyOf(problems, size),
          classes.build(),
          Arrays.copyOf(counts, size * ValidityCounts.SIZE));
    }
  }
}
