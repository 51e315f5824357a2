package org.prmlab.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.Interval;
import org.prmlab.evaluation.JudgedSolution;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.format.PredictionRow;
import org.prmlab.scale.PredictionLines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab evaluate step-errors}: who finds the first error. */
@Command(
    name = "step-errors",
    description = {
      "Measure how well first errors are found: ProcessBench's accuracies and F1.",
      "Predictions are {\"id\", \"prediction\"} rows (an index from 0, -1 for no error, null for"
          + " unreadable) or {\"id\", \"outputs\"} with a critic's texts, which are parsed and"
          + " voted. Scores are {\"id\", \"scores\"} rows or those in the data.",
      "Several splits: repeat --data, and --predictions or --scores as often in the same order; the"
          + " mean F1 of the splits is reported too."
    })
final class StepErrorsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Solutions with their reference verdicts, in any format the toolkit reads.")
  private List<Path> data = List.of();

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // required
  private Judge judge;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final ThresholdOptions threshold = new ThresholdOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What is measured: predictions, scores in files of their own, or scores in the data. */
  static final class Judge {
    @Option(names = "--predictions", paramLabel = "FILE", description = "Predicted first errors.")
    private List<Path> predictions = List.of();

    @Option(names = "--scores", paramLabel = "FILE", description = "Step scores by id.")
    private List<Path> scores = List.of();

    @Option(
        names = "--prm",
        paramLabel = "NAME",
        description = "Use this PRM's scores in the data.")
    private @Nullable String prm;
  }

  @Override
  public Integer call() {
    List<SplitJudgement> splits = splits();
    splits.forEach(
        s ->
            ProblemWarning.print(
                s.rows().stream().map(JudgedSolution::solution), spec.commandLine().getErr()));
    List<StepErrorsReport> reports =
        splits.stream().map(s -> s.report(bootstrap.bootstrap())).toList();
    if (reports.size() == 1) {
      StepErrorsReport only = reports.get(0);
      format.print(spec.commandLine().getOut(), only, StepErrorsText.of(only));
    } else {
      Interval average =
          StepErrors.averageF1(
              splits.stream().map(SplitJudgement::rows).toList(), bootstrap.bootstrap());
      var all = new SplitErrorsReport(EstimateJson.percent(average), reports);
      format.print(spec.commandLine().getOut(), all, StepErrorsText.of(all));
    }
    return 0;
  }

  private List<SplitJudgement> splits() {
    if (judge.prm == null) {
      requireOneEach(judge.predictions.isEmpty() ? judge.scores : judge.predictions);
    }
    List<StepDataset> sets = data.stream().map(reading::read).toList();
    if (!judge.predictions.isEmpty()) {
      return IntStream.range(0, sets.size())
          .mapToObj(i -> new SplitJudgement(sets.get(i), predicted(sets.get(i), i)))
          .toList();
    }
    List<ScoreSource> sources =
        judge.prm == null
            ? judge.scores.stream().map(ScoreSource::ofFile).toList()
            : Collections.nCopies(data.size(), ScoreSource.ofPrm(judge.prm));
    return IntStream.range(0, sets.size()).mapToObj(i -> scored(sets.get(i), sources, i)).toList();
  }

  private void requireOneEach(List<Path> files) {
    if (files.size() != data.size()) {
      throw new ParameterException(
          spec.commandLine(),
          "%d --data but %d --%s files; give one for each, in the same order"
              .formatted(
                  data.size(),
                  files.size(),
                  judge.predictions.isEmpty() ? "scores" : "predictions"));
    }
  }

  /** A threshold tuned on one of the splits uses that split's scores. */
  private SplitJudgement scored(StepDataset dataset, List<ScoreSource> sources, int split) {
    int tuned = threshold.tuneOn().map(data::indexOf).orElse(-1);
    JudgedAtThreshold judged =
        threshold.judge(
            sources.get(split).of(dataset, data.get(split)),
            sources.get(tuned < 0 ? split : tuned),
            bootstrap.bootstrap().seed(),
            reading::read);
    return new SplitJudgement(dataset, judged);
  }

  private JudgedVotes predicted(StepDataset dataset, int split) {
    Path file = judge.predictions.get(split);
    Map<String, PredictionRow> rows = PredictionRow.read(file);
    List<LabeledSolution> solutions =
        reading.setsAside()
            ? RowsById.ofThese(dataset, rows.keySet(), file)
            : RowsById.ofBoth(dataset, data.get(split), rows.keySet(), file);
    return JudgedVotes.of(
        solutions,
        s -> RowsById.truth(s, data.get(split)),
        s ->
            PredictionLines.votes(
                RowsById.prediction(Objects.requireNonNull(rows.get(s.solution().id())), s, file)));
  }
}
