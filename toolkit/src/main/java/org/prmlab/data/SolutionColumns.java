package org.prmlab.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Many solutions as columns of numbers, without their texts: some 100 bytes a solution and 4 bytes
 * a step and source, so that millions fit one machine.
 */
public final class SolutionColumns {
  /** The verdict of a solution that has none. */
  public static final int NONE = -2;

  /** The verdict that every step is right. */
  public static final int NO_ERROR = -1;

  static final byte UNKNOWN = -1;
  static final byte INCORRECT = 0;
  static final byte CORRECT = 1;

  private final TextColumn ids;
  private final int[] begins; // (solutions + 1): index of each solution's first step
  private final int[] verdicts; // (solutions)
  private final byte[] answers; // (solutions)
  private final long[] positions; // (solutions)
  private final int[] labelsEnds; // (solutions)
  private final ProblemColumn problems;
  private final NameColumn generators;
  private final Map<String, LabelColumn> labels;
  private final Map<String, ScoreColumn> scores;
  private final Map<String, NameColumn> fields;

  private SolutionColumns(Builder from) {
    ids = from.ids.build();
    begins = Arrays.copyOf(from.begins, from.size + 1);
    verdicts = Arrays.copyOf(from.verdicts, from.size);
    answers = Arrays.copyOf(from.answers, from.size);
    positions = Arrays.copyOf(from.positions, from.size);
    labelsEnds = Arrays.copyOf(from.labelsEnds, from.size);
    problems = from.problems.build();
    generators = from.generators.build();
    labels = new LinkedHashMap<>();
    scores = new LinkedHashMap<>();
    fields = new LinkedHashMap<>();
    for (int i = 0; i < from.labels.length; i++) {
      labels.put(from.request.sources().get(i), from.labels[i].build());
    }
    for (int i = 0; i < from.scores.length; i++) {
      scores.put(from.request.prms().get(i), from.scores[i].build());
    }
    for (int i = 0; i < from.fields.length; i++) {
      fields.put(from.request.fields().get(i), from.fields[i].build());
    }
  }

  /** Number of solutions. */
  public int size() {
    return verdicts.length;
  }

  /** Number of steps of all solutions. */
  public int steps() {
    return begins[size()];
  }

  /** Number of steps of one solution, counted from 0. */
  public int steps(int solution) {
    return begins[solution + 1] - begins[solution];
  }

  /** Index of a solution's first step among those of all. */
  public int begin(int solution) {
    return begins[solution];
  }

  /** The ids, in file order. */
  public TextColumn ids() {
    return ids;
  }

  /** A solution's reference verdict: a step counted from 0, {@link #NO_ERROR} or {@link #NONE}. */
  public int verdict(int solution) {
    return verdicts[solution];
  }

  /** Whether the final answer is right; false also where that is not known. */
  public boolean isAnswerCorrect(int solution) {
    return answers[solution] == CORRECT;
  }

  /** The problems of the solutions. */
  public ProblemColumn problems() {
    return problems;
  }

  /** The generators of the solutions. */
  public NameColumn generators() {
    return generators;
  }

  /** Position of a record's first byte in the text of its file; in that of its rows for Parquet. */
  public long position(int solution) {
    return positions[solution];
  }

  /** Position in a record of the bracket that ends its step labels; -1 if that is not known. */
  public int labelsEnd(int solution) {
    return labelsEnds[solution];
  }

  /**
   * The labels of a source.
   *
   * @throws IllegalArgumentException if they were not asked for
   */
  public LabelColumn labels(String source) {
    return asked(labels, source, "labels of");
  }

  /** The scores of a PRM. */
  public ScoreColumn scores(String prm) {
    return asked(scores, prm, "scores of");
  }

  /** The values of a field. */
  public NameColumn field(String field) {
    return asked(fields, field, "field");
  }

  private static <T> T asked(Map<String, T> columns, String name, String what) {
    T column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "%s '%s' were not read; the columns are %s".formatted(what, name, columns.keySet()));
    }
    return column;
  }

  /** Collects solutions. */
  public static final class Builder {
    private final ColumnRequest request;
    private final TextColumn.Builder ids = new TextColumn.Builder();
    private final ProblemColumn.Builder problems = new ProblemColumn.Builder();
    private final NameColumn.Builder generators = new NameColumn.Builder();
    private final LabelColumn.Builder[] labels;
    private final ScoreColumn.Builder[] scores;
    private final NameColumn.Builder[] fields;
    private int[] begins = new int[17];
    private int[] verdicts = new int[16];
    private byte[] answers = new byte[16];
    private long[] positions = new long[16];
    private int[] labelsEnds = new int[16];
    private int size;

    /** No solutions yet. */
    public Builder(ColumnRequest request) {
      this.request = request;
      labels = new LabelColumn.Builder[request.sources().size()];
      scores = new ScoreColumn.Builder[request.prms().size()];
      fields = new NameColumn.Builder[request.fields().size()];
      Arrays.setAll(labels, i -> new LabelColumn.Builder());
      Arrays.setAll(scores, i -> new ScoreColumn.Builder());
      Arrays.setAll(fields, i -> new NameColumn.Builder());
    }

    /** How many were added. */
    public int size() {
      return size;
    }

    /** Adds one solution. */
    public void add(SolutionRow row) {
      begin(row.steps, row.verdict, row.answer);
      place(row.position, row.labelsEnd);
      ids.add(row.id);
      problems.add(row.problem);
      generators.add(row.generator);
      for (int i = 0; i < labels.length; i++) {
        SolutionRow.Labels of = row.labels(i);
        if (of.there) {
          labels[i].add(of.values, of.count);
        } else {
          labels[i].addNone(row.steps);
        }
      }
      for (int i = 0; i < scores.length; i++) {
        SolutionRow.Scores of = row.scores(i);
        if (of.there) {
          scores[i].add(of.values, of.count, row.steps);
        } else {
          scores[i].addNone(row.steps);
        }
      }
      for (int i = 0; i < fields.length; i++) {
        if (row.field(i).equals(SolutionRow.NO_FIELD)) {
          fields[i].addNone();
        } else {
          fields[i].add(row.field(i));
        }
      }
      size++;
    }

    private void begin(int steps, int verdict, byte answer) {
      if (size == verdicts.length) {
        int length = Growth.atLeast(size + 2, size);
        begins = Arrays.copyOf(begins, length + 1);
        verdicts = Arrays.copyOf(verdicts, length);
        answers = Arrays.copyOf(answers, length);
        positions = Arrays.copyOf(positions, length);
        labelsEnds = Arrays.copyOf(labelsEnds, length);
      }
      begins[size + 1] = Math.addExact(begins[size], steps);
      verdicts[size] = verdict;
      answers[size] = answer;
    }

    private void place(long position, int labelsEnd) {
      positions[size] = position;
      labelsEnds[size] = labelsEnd;
    }

    /** Adds all solutions of a later part of the file, which begins at {@code position}. */
    public void addAll(SolutionColumns part, long position) {
      ids.addAll(part.ids);
      problems.addAll(part.problems);
      generators.addAll(part.generators);
      for (int i = 0; i < labels.length; i++) {
        labels[i].addAll(part.labels(request.sources().get(i)), part.size());
      }
      for (int i = 0; i < scores.length; i++) {
        scores[i].addAll(part.scores(request.prms().get(i)));
      }
      for (int i = 0; i < fields.length; i++) {
        fields[i].addAll(part.field(request.fields().get(i)));
      }
      for (int i = 0; i < part.size(); i++) {
        begin(part.steps(i), part.verdicts[i], part.answers[i]);
        place(position + part.positions[i], part.labelsEnds[i]);
        size++;
      }
    }

    /** The solutions that were added. */
    public SolutionColumns build() {
      return new SolutionColumns(this);
    }
  }
}
