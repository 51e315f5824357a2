package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.cli.common.AnswerOptions;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.data.Aggregation;
import org.prmlab.data.Binarization;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.ScoreColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.evaluation.JudgedColumns;
import org.prmlab.evaluation.StepErrorsComparison;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.BestOfNComparison;
import org.prmlab.evaluation.bestofn.CandidateColumns;
import org.prmlab.evaluation.bestofn.SampleColumns;
import org.prmlab.evaluation.bestofn.SampleScores;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.format.RowKind;
import org.prmlab.scale.PredictionLines;
import org.prmlab.stats.Bootstrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prmlab compare}: which of two systems is better on the same solutions, and how surely. */
@Command(
    name = "compare",
    description = {
      "Compare two systems on the same solutions, paired by problem: who finds first errors, whose"
          + " choice among samples is right, with intervals of the differences and McNemar's test.",
      "A and B are PRMs whose scores are in the data, or files: {\"id\", \"scores\"} rows,"
          + " {\"id\", \"prediction\"} or {\"id\", \"outputs\"} rows, or solutions with the scores"
          + " of one PRM, as prmlab score writes them. Without --data the first file is the data."
    })
public final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "A PRM of the data, or a file.")
  @SuppressWarnings("NullAway.Init") // required
  private String first;

  @Parameters(index = "1", paramLabel = "B", description = "The same for the other system.")
  @SuppressWarnings("NullAway.Init") // required
  private String second;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Solutions with reference verdicts, with several samples a problem, or both.")
  private @Nullable Path data;

  @Option(
      names = "--on",
      paramLabel = "NAME",
      split = ",",
      description =
          "Compare on step-errors, best-of-n, or both (default: what the data has the means for).")
  private Set<Measure> on = EnumSet.allOf(Measure.class);

  @Option(
      names = "--aggregation",
      paramLabel = "NAME",
      split = ",",
      description = "Of min, product, last, mean (default: all).")
  private Aggregation[] aggregations = Aggregation.values();

  @Option(
      names = "--differences",
      paramLabel = "FILE",
      description = "Write the solutions and problems that they differ on to FILE (JSONL).")
  private @Nullable Path differences;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final ThresholdOptions threshold = new ThresholdOptions();
  @Mixin private final AnswerOptions answers = new AnswerOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What is compared. */
  public enum Measure {
    STEP_ERRORS,
    BEST_OF_N
  }

  private final List<String> notes = new ArrayList<>();

  @Override
  public Integer call() {
    List<ComparedSide> sides = List.of(ComparedSide.of(first), ComparedSide.of(second));
    Path file = file(sides.get(0));
    requireOther(file, sides);
    EvaluatedData set = reading.evaluated(file, request());
    sides.forEach(side -> side.requireIn(set));
    DifferingRows differ = new DifferingRows(set.columns());
    CompareReport.Steps steps =
        on.contains(Measure.STEP_ERRORS) ? stepErrors(set, sides, differ) : null;
    List<CompareReport.Choice> choices =
        on.contains(Measure.BEST_OF_N) ? bestOfN(set, sides, differ) : null;
    if (steps == null && choices == null) {
      throw new IllegalArgumentException("nothing to compare: " + String.join("; ", notes));
    }
    if (differences != null) {
      differ.write(differences);
    }
    CompareReport report =
        new CompareReport(
            set.card().name(),
            set.card().sha256(),
            set.columns().size(),
            first,
            second,
            steps,
            choices,
            notes,
            settings());
    format.print(report, CompareText.of(report));
    return 0;
  }

  private Bootstrap settings() {
    return bootstrap.bootstrap();
  }

  private Path file(ComparedSide side) {
    if (data != null) {
      return data;
    }
    return side.file(RowKind.SOLUTIONS)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no file of solutions; name the data by --data"
                        .formatted(side.name())));
  }

  /** What they differ on is never written over what is read. */
  private void requireOther(Path file, List<ComparedSide> sides) {
    if (differences == null) {
      return;
    }
    Path written = differences.toAbsolutePath().normalize();
    Stream.concat(Stream.of(file), sides.stream().flatMap(side -> side.source().file().stream()))
        .filter(read -> read.toAbsolutePath().normalize().equals(written))
        .findFirst()
        .ifPresent(
            read -> {
              throw new IllegalArgumentException(
                  "--differences would replace '%s', which is read; name another file"
                      .formatted(read));
            });
  }

  private ColumnRequest request() {
    ColumnRequest request =
        on.contains(Measure.BEST_OF_N)
            ? SampleColumns.request(answers.extraction())
            : ColumnRequest.withDefaults().withEveryPrm();
    return request.withSource(ColumnRequest.FIRST_SOURCE);
  }

  private CompareReport.@Nullable Steps stepErrors(
      EvaluatedData set, List<ComparedSide> sides, DifferingRows differ) {
    int[] verdicts = set.columns().verdicts(Binarization.withDefaults());
    if (Arrays.stream(verdicts).anyMatch(v -> v == SolutionColumns.NONE)) {
      notes.add("first errors are not compared: not every solution has a reference verdict");
      return null;
    }
    Optional<ComparedSide> outcome = sides.stream().filter(s -> s.isOutcomeModel(set)).findFirst();
    if (outcome.isPresent()) {
      notes.add(
          "first errors are not compared: %s gives one score a solution"
              .formatted(outcome.get().name()));
      return null;
    }
    List<SplitJudgement> judged = sides.stream().map(side -> judged(set, side)).toList();
    JudgedColumns one = judged.get(0).rows();
    JudgedColumns two = judged.get(1).rows();
    differ.judged(one, two, verdicts);
    return CompareReport.Steps.of(
        StepErrorsComparison.of(one, two, settings()), thresholds(judged));
  }

  private static CompareReport.@Nullable Thresholds thresholds(List<SplitJudgement> judged) {
    return judged.stream().allMatch(j -> j.scored().isEmpty())
        ? null
        : new CompareReport.Thresholds(threshold(judged.get(0)), threshold(judged.get(1)));
  }

  private static StepErrorsReport.@Nullable Threshold threshold(SplitJudgement judged) {
    return judged
        .scored()
        .map(s -> new StepErrorsReport.Threshold(s.mode(), s.thresholds(), s.tunedOnEvaluated()))
        .orElse(null);
  }

  private SplitJudgement judged(EvaluatedData set, ComparedSide side) {
    Optional<Path> predictions = side.file(RowKind.PREDICTIONS);
    if (predictions.isPresent()) {
      return new SplitJudgement(
          set.card(),
          JudgedVotes.read(
              predictions.get(),
              set,
              PredictionLines::votes,
              reading.setsAside() ? JudgedVotes.Others.IGNORE : JudgedVotes.Others.REFUSE));
    }
    return new SplitJudgement(
        set.card(),
        threshold.judge(
            set,
            new ThresholdOptions.Sources(side.source(), side.source()),
            settings().seed(),
            file -> reading.evaluated(file, side.source().in(EvaluatedData.request()))));
  }

  private @Nullable List<CompareReport.Choice> bestOfN(
      EvaluatedData set, List<ComparedSide> sides, DifferingRows differ) {
    for (ComparedSide side : sides) {
      if (side.file(RowKind.PREDICTIONS).isPresent()) {
        notes.add("choices are not compared: %s holds predictions".formatted(side.name()));
        return null;
      }
    }
    if (set.columns().problems().size() == set.columns().size()) {
      notes.add("choices are not compared: each problem has one solution");
      return null;
    }
    SampleColumns samples;
    try {
      samples = SampleColumns.of(set.columns(), AnswerComparison.withDefaults());
    } catch (IllegalArgumentException e) {
      notes.add("choices are not compared: " + e.getMessage());
      return null;
    }
    int k = samples.unscored().largestK();
    if (k < 2) {
      notes.add("choices are not compared: some problem has one solution");
      return null;
    }
    List<Function<Aggregation, CandidateColumns>> rankings =
        sides.stream().map(side -> ranking(set, samples, side)).toList();
    List<CompareReport.Choice> choices = new ArrayList<>();
    for (Aggregation aggregation : aggregations) {
      List<CandidateColumns> ranked =
          rankings.stream().map(ranking -> ranking.apply(aggregation)).toList();
      String name = aggregation.name().toLowerCase(Locale.ROOT);
      BestOfN of = BestOfN.of(ranked.get(0)).withBootstrap(settings());
      choices.add(
          CompareReport.Choice.of(
              name, BestOfNComparison.of(of, ranked.get(1), Selection.BEST, k)));
      differ.chosen(name, samples, ranked, k);
    }
    return choices;
  }

  /** How a side ranks the samples; its scores are read once. */
  private static Function<Aggregation, CandidateColumns> ranking(
      EvaluatedData set, SampleColumns samples, ComparedSide side) {
    SampleScores scores = new SampleScores(samples);
    if (side.isOutcomeModel(set)) {
      CandidateColumns ranked = scores.rankedByOutcome(side.name());
      return aggregation -> ranked;
    }
    ScoreColumn steps = side.source().scores(set);
    return aggregation -> scores.ranked(steps, aggregation);
  }
}
