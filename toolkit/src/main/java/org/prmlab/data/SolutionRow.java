package org.prmlab.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What columns keep of one solution. A reader fills the same row again and again and hands it to
 * {@link SolutionColumnsBuilder#add}.
 */
public final class SolutionRow {
  /** No field of that name; no JSON text holds it. */
  static final String NO_FIELD = "\u0000";

  private final ColumnRequest request;
  private final Labels[] labels;
  private final NamedColumns<Scores> scores;
  private final NamedColumns<Outcome> outcomes;
  private final String[] fields;
  List<String> texts = List.of();

  String id = "";
  String generator = "";
  int steps;
  int verdict;
  byte answer;
  final KeyHash problem = new KeyHash();
  long position;
  int labelsEnd;

  /** Labels of one source, packed. */
  static final class Labels {
    long[] values = new long[16];
    int count;
    boolean there;
  }

  /** Scores of one PRM. */
  static final class Scores {
    double[] values = new double[16];
    int count;
    boolean there;
    @Nullable ScoreMeaning meaning; // null where nobody said
  }

  /** The score of one outcome model. */
  static final class Outcome {
    double value = Double.NaN;
  }

  /** A row that holds what is asked for. */
  public SolutionRow(ColumnRequest request) {
    this.request = request;
    this.labels = new Labels[request.sources().size()];
    this.scores = NamedColumns.of(request.prms(), Scores::new);
    this.outcomes = NamedColumns.of(request.prms(), Outcome::new);
    this.fields = new String[request.fields().size()];
    Arrays.setAll(labels, i -> new Labels());
    clear();
  }

  /** What is asked for. */
  public ColumnRequest request() {
    return request;
  }

  /** Forgets the solution before. */
  public void clear() {
    id = "";
    generator = "";
    steps = 0;
    verdict = SolutionColumns.NONE;
    answer = SolutionColumns.UNKNOWN;
    labelsEnd = -1;
    for (Labels source : labels) {
      source.there = false;
    }
    for (Scores prm : scores.values()) {
      prm.there = false;
      prm.meaning = null;
    }
    outcomes.values().forEach(model -> model.value = Double.NaN);
    texts = List.of();
    Arrays.fill(fields, NO_FIELD);
  }

  public void id(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public void generator(String generator) {
    this.generator = generator;
  }

  public void steps(int steps) {
    this.steps = steps;
  }

  public int steps() {
    return steps;
  }

  /** The reference verdict: a step counted from 0, or {@link SolutionColumns#NO_ERROR}. */
  public void verdict(int verdict) {
    this.verdict = verdict;
  }

  public void answerCorrect(boolean correct) {
    this.answer = correct ? SolutionColumns.CORRECT : SolutionColumns.INCORRECT;
  }

  public String generator() {
    return generator;
  }

  /** Whether the final answer is right; empty if nobody said. */
  public Optional<Boolean> answerCorrect() {
    return answer == SolutionColumns.UNKNOWN
        ? Optional.empty()
        : Optional.of(answer == SolutionColumns.CORRECT);
  }

  /** The problem. */
  public void problem(ProblemKey key) {
    problem.of(key);
  }

  /**
   * Where the record stands.
   *
   * @param position of its first byte in the text of the file
   * @param labelsEnd position in the record of the bracket that ends its step labels; -1 if it has
   *     none
   */
  public void place(long position, int labelsEnd) {
    this.position = position;
    this.labelsEnd = labelsEnd;
  }

  /** The labels of a source that was asked for; the first of its name counts. */
  public void labels(int source, long[] packed, int count) {
    Labels column = labels[source];
    if (!column.there) {
      column.there = true;
      column.values =
          count > column.values.length ? Arrays.copyOf(packed, 2 * count) : column.values;
      column.count = count;
      System.arraycopy(packed, 0, column.values, 0, count);
    }
  }

  /** Whether the scores of a PRM are asked for. */
  public boolean asks(String prm) {
    return scores.find(prm).isPresent();
  }

  /** Scores of a PRM that was asked for, at most one a step. */
  public void scores(String prm, double[] values, int count) {
    Scores column = scores.find(prm).orElseThrow();
    column.there = true;
    column.values = count > column.values.length ? Arrays.copyOf(values, 2 * count) : column.values;
    column.count = count;
    System.arraycopy(values, 0, column.values, 0, count);
  }

  /** What the scores of a PRM are probabilities of; passed over if they were not asked for. */
  public void meaning(String prm, ScoreMeaning meaning) {
    scores.find(prm).ifPresent(column -> column.meaning = meaning);
  }

  /** The score of an outcome model; passed over if it was not asked for. */
  public void outcome(String model, double score) {
    outcomes.find(model).ifPresent(column -> column.value = score);
  }

  /** Whether an outcome model's score is there. */
  public boolean hasOutcome(String model) {
    return outcomes.find(model).filter(column -> !Double.isNaN(column.value)).isPresent();
  }

  /** What was asked to be made of the texts. */
  public void texts(Solution solution) {
    request.texts().ifPresent(asked -> texts = asked.made(solution));
  }

  /** A field that was asked for: JSON text without its quotes. */
  public void field(int field, String json) {
    fields[field] = json.replaceAll("^\"|\"$", "");
  }

  Labels labels(int source) {
    return labels[source];
  }

  NamedColumns<Scores> scores() {
    return scores;
  }

  NamedColumns<Outcome> outcomes() {
    return outcomes;
  }

  String field(int field) {
    return fields[field];
  }

  /** Fills the row from a whole solution. */
  public void of(LabeledSolution labeled) {
    clear();
    Solution solution = labeled.solution();
    id = solution.id();
    generator = solution.generator();
    steps = solution.steps().size();
    labeled.verdict().ifPresent(v -> verdict(v.earliestError().orElse(SolutionColumns.NO_ERROR)));
    solution.finalAnswerCorrect().ifPresent(this::answerCorrect);
    problem(solution.problem().key());
    place(SolutionColumns.NO_POSITION, -1);
    for (int i = 0; i < labels.length; i++) {
      int source = i;
      labels(labeled, request.sources().get(i)).ifPresent(found -> labels(source, found));
    }
    labeled
        .scores()
        .forEach(
            (prm, found) -> {
              if (asks(prm)) {
                scores(prm, found.stream().mapToDouble(s -> s).toArray(), found.size());
              }
            });
    labeled.meanings().forEach(this::meaning);
    labeled.outcomes().forEach(this::outcome);
    texts(solution);
    for (int i = 0; i < fields.length; i++) {
      field(i, labeled.extra().getOrDefault(request.fields().get(i), NO_FIELD));
    }
  }

  private static Optional<StepLabels> labels(LabeledSolution solution, String source) {
    return source.equals(ColumnRequest.FIRST_SOURCE)
        ? solution.labels().stream().findFirst()
        : solution.labels(source);
  }

  private void labels(int source, StepLabels found) {
    labels(
        source,
        found.values().stream().mapToLong(LabelCode::packed).toArray(),
        found.values().size());
  }
}
