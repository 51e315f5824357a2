package org.prmlab.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects solutions as columns. */
public final class SolutionColumnsBuilder {
  final ColumnRequest request;
  final TextColumn.Builder ids = new TextColumn.Builder();
  final ProblemColumn.Builder problems = new ProblemColumn.Builder();
  final NameColumn.Builder generators = new NameColumn.Builder();
  final LabelColumn.Builder[] labels;
  final NamedColumns<ScoreColumn.Builder> scores;
  final NamedColumns<NumberColumn.Builder> outcomes;
  final NameColumn.Builder[] fields;
  final List<String> textNames;
  final TextColumn.Builder[] texts;
  int[] begins = new int[17];
  int[] verdicts = new int[16];
  byte[] answers = new byte[16];
  long[] positions = new long[16];
  int[] labelsEnds = new int[16];
  int size;

  /** No solutions yet. */
  public SolutionColumnsBuilder(ColumnRequest request) {
    this.request = request;
    labels = new LabelColumn.Builder[request.sources().size()];
    scores = NamedColumns.of(request.prms(), this::unscored);
    outcomes = NamedColumns.of(request.prms(), this::unjudged);
    fields = new NameColumn.Builder[request.fields().size()];
    Arrays.setAll(labels, i -> new LabelColumn.Builder());
    Arrays.setAll(fields, i -> new NameColumn.Builder());
    textNames = request.texts().map(DerivedTexts::names).orElse(List.of());
    texts = new TextColumn.Builder[textNames.size()];
    Arrays.setAll(texts, i -> new TextColumn.Builder());
  }

  /** The scores of a PRM of which the solutions so far have none. */
  private ScoreColumn.Builder unscored() {
    ScoreColumn.Builder column = new ScoreColumn.Builder();
    column.addNone(size, begins[size]);
    return column;
  }

  private NumberColumn.Builder unjudged() {
    NumberColumn.Builder column = new NumberColumn.Builder();
    column.addNone(size);
    return column;
  }

  /** How many were added. */
  public int size() {
    return size;
  }

  /** Adds one solution. */
  public void add(SolutionRow row) {
    addScores(row);
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
    for (int i = 0; i < fields.length; i++) {
      if (row.field(i).equals(SolutionRow.NO_FIELD)) {
        fields[i].addNone();
      } else {
        fields[i].add(row.field(i));
      }
    }
    for (int i = 0; i < texts.length; i++) {
      texts[i].add(row.texts.get(i));
    }
    size++;
  }

  private void addScores(SolutionRow row) {
    scores.meet(row.scores().names());
    scores.forEach(
        (place, column) -> {
          SolutionRow.Scores of = row.scores().values().get(place);
          if (of.there) {
            column.add(of.values, of.count, row.steps, Optional.ofNullable(of.meaning));
          } else {
            column.addNone(row.steps);
          }
        });
    outcomes.meet(row.outcomes().names());
    outcomes.forEach((place, column) -> column.add(row.outcomes().values().get(place).value));
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
    ids.addAll(part.ids());
    problems.addAll(part.problems());
    generators.addAll(part.generators());
    for (int i = 0; i < labels.length; i++) {
      labels[i].addAll(part.labels(request.sources().get(i)), part.size());
    }
    addScores(part);
    for (int i = 0; i < fields.length; i++) {
      fields[i].addAll(part.field(request.fields().get(i)));
    }
    for (int i = 0; i < texts.length; i++) {
      texts[i].addAll(part.texts(textNames.get(i)));
    }
    for (int i = 0; i < part.size(); i++) {
      begin(part.steps(i), part.verdicts[i], part.answers[i]);
      place(position + part.positions[i], part.labelsEnds[i]);
      size++;
    }
  }

  private void addScores(SolutionColumns part) {
    scores.meet(List.copyOf(part.scores.keySet()));
    scores.forEachNamed(
        (name, column) -> {
          ScoreColumn of = part.scores.get(name);
          if (of == null) {
            column.addNone(part.size(), part.steps());
          } else {
            column.addAll(of);
          }
        });
    outcomes.meet(List.copyOf(part.outcomes.keySet()));
    outcomes.forEachNamed(
        (name, column) -> {
          NumberColumn of = part.outcomes.get(name);
          if (of == null) {
            column.addNone(part.size());
          } else {
            column.addAll(of);
          }
        });
  }

  /** The solutions that were added. */
  public SolutionColumns build() {
    return new SolutionColumns(this);
  }
}
