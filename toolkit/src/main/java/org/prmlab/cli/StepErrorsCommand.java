package org.prmlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticOutput;
import org.prmlab.evaluation.JudgedSolution;
import org.prmlab.format.Formats;
import org.prmlab.format.PredictionRow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab evaluate step-errors}: who finds the first error. */
@Command(
    name = "step-errors",
    description = {
      "Measure how well first errors are found: ProcessBench's accuracies and F1.",
      "Predictions are {\"id\", \"prediction\"} rows (an index from 0, -1 for no error, null for"
          + " unreadable) or {\"id\", \"outputs\"} with a critic's texts, which are parsed and"
          + " voted. Scores are {\"id\", \"scores\"} rows or those in the data."
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
  @SuppressWarnings("NullAway.Init") // required
  private Path data;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // required
  private Judge judge;

  @Mixin private final ThresholdOptions threshold = new ThresholdOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What is measured: predictions, scores in a file of their own, or scores in the data. */
  static final class Judge {
    @Option(names = "--predictions", paramLabel = "FILE", description = "Predicted first errors.")
    private @Nullable Path predictions;

    @Option(names = "--scores", paramLabel = "FILE", description = "Step scores by id.")
    private @Nullable Path scores;

    @Option(
        names = "--prm",
        paramLabel = "NAME",
        description = "Use this PRM's scores in the data.")
    private @Nullable String prm;
  }

  @Override
  public Integer call() {
    StepDataset dataset = Formats.read(data);
    StepErrorsReport report =
        judge.predictions != null
            ? StepErrorsReport.of(
                dataset.card(), predicted(dataset, judge.predictions), bootstrap.bootstrap())
            : scored(dataset);
    format.print(spec.commandLine().getOut(), report, StepErrorsText.of(report));
    return 0;
  }

  private StepErrorsReport scored(StepDataset dataset) {
    ScoreSource source =
        judge.scores != null
            ? ScoreSource.ofFile(judge.scores)
            : ScoreSource.ofPrm(Optional.ofNullable(judge.prm).orElseThrow());
    JudgedAtThreshold judged =
        threshold.judge(source.of(dataset, data), source, bootstrap.bootstrap().seed());
    return StepErrorsReport.of(dataset.card(), judged, bootstrap.bootstrap());
  }

  private List<JudgedSolution> predicted(StepDataset dataset, Path file) {
    Map<String, PredictionRow> rows = PredictionRow.read(file);
    List<LabeledSolution> solutions = RowsById.ofBoth(dataset, data, rows.keySet(), file);
    return solutions.stream()
        .map(
            s ->
                new JudgedSolution(
                    s.solution(),
                    RowsById.truth(s, data),
                    Optional.ofNullable(rows.get(s.solution().id()))
                        .flatMap(StepErrorsCommand::verdict)))
        .toList();
  }

  private static Optional<Verdict> verdict(PredictionRow row) {
    return row.outputs().isEmpty() ? row.verdict() : CriticOutput.vote(row.outputs());
  }
}
