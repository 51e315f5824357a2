package org.prmlab.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Many solutions as columns of numbers, without their texts: some 100 bytes a solution and 4 bytes
 * a step and source, so that millions fit one machine.
 */
public final class SolutionColumns {
  /** The verdict of a solution that has none. */
  public static final int NONE = -2;

  /** The verdict that every step is right. */
  public static final int NO_ERROR = -1;

  /** The position of a record that was not read from a line of text. */
  public static final long NO_POSITION = -1;

  static final byte UNKNOWN = -1;
  static final byte INCORRECT = 0;
  static final byte CORRECT = 1;

  private final TextColumn ids;
  private final int[] begins; // (solutions + 1): index of each solution's first step
  final int[] verdicts; // (solutions)
  final byte[] answers; // (solutions)
  final long[] positions; // (solutions)
  final int[] labelsEnds; // (solutions)
  private final ProblemColumn problems;
  private final NameColumn generators;
  private final Map<String, LabelColumn> labels;
  final Map<String, ScoreColumn> scores;
  final Map<String, NumberColumn> outcomes;
  private final Map<String, NameColumn> fields;
  private final Map<String, TextColumn> texts;

  SolutionColumns(SolutionColumnsBuilder from) {
    ids = from.ids.build();
    begins = Arrays.copyOf(from.begins, from.size + 1);
    verdicts = Arrays.copyOf(from.verdicts, from.size);
    answers = Arrays.copyOf(from.answers, from.size);
    positions = Arrays.copyOf(from.positions, from.size);
    labelsEnds = Arrays.copyOf(from.labelsEnds, from.size);
    problems = from.problems.build();
    generators = from.generators.build();
    labels = new LinkedHashMap<>();
    scores = from.scores.built(ScoreColumn.Builder::build);
    outcomes = from.outcomes.built(NumberColumn.Builder::build);
    fields = new LinkedHashMap<>();
    texts = new LinkedHashMap<>();
    for (int i = 0; i < from.labels.length; i++) {
      labels.put(from.request.sources().get(i), from.labels[i].build());
    }
    for (int i = 0; i < from.fields.length; i++) {
      fields.put(from.request.fields().get(i), from.fields[i].build());
    }
    for (int i = 0; i < from.texts.length; i++) {
      texts.put(from.textNames.get(i), from.texts[i].build());
    }
  }

  /** Of solutions that are at hand. */
  public static SolutionColumns of(Iterable<LabeledSolution> solutions, ColumnRequest request) {
    SolutionColumnsBuilder columns = new SolutionColumnsBuilder(request);
    SolutionRow row = new SolutionRow(request);
    for (LabeledSolution solution : solutions) {
      row.of(solution);
      columns.add(row);
    }
    return columns.build();
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

  /**
   * Each solution's reference verdict, or else what the labels of its first source say, if they
   * were asked for; {@link #NONE} where neither is there or the labels leave it open.
   */
  public int[] verdicts(Binarization rule) {
    int[] all = verdicts.clone();
    LabelColumn first = labels.get(ColumnRequest.FIRST_SOURCE);
    if (first != null) {
      byte[] classes = first.classes(rule);
      for (int i = 0; i < all.length; i++) {
        all[i] = all[i] == NONE && first.has(i) ? verdict(i, first, classes) : all[i];
      }
    }
    return all;
  }

  private int verdict(int solution, LabelColumn of, byte[] classes) {
    for (int step = 0; step < steps(solution); step++) {
      byte kind = classes[of.code(begins[solution] + step)];
      if (kind != 1) {
        return kind == 0 ? step : NONE;
      }
    }
    return NO_ERROR;
  }

  /** Whether the final answer is right; empty if the record does not say. */
  public Optional<Boolean> answerCorrect(int solution) {
    return answers[solution] == UNKNOWN
        ? Optional.empty()
        : Optional.of(answers[solution] == CORRECT);
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

  /**
   * Position of a record's first byte in the text of its file, after decompression; in that of its
   * rows for Parquet; {@link #NO_POSITION} if it was not read from a line. Solutions of one record
   * share it.
   */
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

  /** Whether what is under this name in {@code scores} are scores of whole solutions. */
  public boolean isOutcomeModel(String name) {
    ScoreColumn lists = scores.get(name);
    return lists == null
        ? hasNumbers(name)
        : !lists.isOfSteps() && (lists.isOfSolutions() || hasNumbers(name));
  }

  private boolean hasNumbers(String name) {
    NumberColumn numbers = outcomes.get(name);
    return numbers != null && !numbers.isEmpty();
  }

  /** Whether scores of steps were read under this name. */
  public boolean isPrm(String name) {
    return scores.containsKey(name) && !isOutcomeModel(name);
  }

  /** The PRMs whose scores were read, in order of first appearance. */
  public List<String> prms() {
    return scores.keySet().stream().filter(this::isPrm).toList();
  }

  /** The outcome reward models whose scores were read. */
  public List<String> outcomeModels() {
    Stream<String> numbers = outcomes.keySet().stream().filter(this::hasNumbers);
    Stream<String> lists = scores.keySet().stream().filter(this::isOutcomeModel);
    return Stream.concat(numbers, lists).distinct().toList();
  }

  /** What an outcome model gives a solution; NaN if nothing. */
  public double outcome(String model, int solution) {
    NumberColumn numbers = outcomes.get(model);
    double number = numbers == null ? Double.NaN : numbers.get(solution);
    ScoreColumn lists = scores.get(model);
    if (lists == null || !Double.isNaN(number) || !isOutcomeModel(model)) {
      return number;
    }
    return lists.has(solution) ? lists.score(begin(solution)) : number;
  }

  /** What was made of the texts of each solution, under one of the names asked for. */
  public TextColumn texts(String name) {
    return asked(texts, name, "texts");
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
}
