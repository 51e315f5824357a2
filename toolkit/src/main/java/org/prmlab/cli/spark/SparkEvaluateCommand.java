package org.prmlab.cli.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ScoreSource;
import org.prmlab.cli.common.ScoresOptions;
import org.prmlab.cli.evaluate.JudgedVotes;
import org.prmlab.cli.evaluate.SplitJudgement;
import org.prmlab.cli.evaluate.StepErrorsReport;
import org.prmlab.cli.evaluate.StepErrorsText;
import org.prmlab.cli.evaluate.ThresholdOptions;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.DatasetCard;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.scale.Cluster;
import org.prmlab.scale.InputFile;
import org.prmlab.scale.JudgedBlocks;
import org.prmlab.scale.JudgedLines;
import org.prmlab.scale.LineReader;
import org.prmlab.scale.PredictionLines;
import org.prmlab.scale.ReferenceLines;
import org.prmlab.scale.ScoreLines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab spark evaluate}: {@code prmlab evaluate step-errors}, read by many machines. */
@Command(
    name = "evaluate",
    description = {
      "Measure how well first errors are found: ProcessBench's accuracies and F1.",
      "The report is that of prmlab evaluate step-errors for one split: the machines read and join,"
          + " the driver measures what they found (verdicts and scores without texts)."
    })
final class SparkEvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Solutions with their reference verdicts: JSONL, plain or gzip, or Parquet.")
  private Path data = Path.of("");

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // required
  private Measured measured;

  @Mixin private final ThresholdOptions threshold = new ThresholdOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final SparkOptions spark = new SparkOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What is measured. */
  static final class Measured extends ScoresOptions {
    @Option(names = "--predictions", paramLabel = "FILE", description = "Predicted first errors.")
    private @Nullable Path predictions;

    /** What is joined with the data; empty if the scores are in them. */
    Optional<Path> joined() {
      return Optional.ofNullable(predictions).or(this::file);
    }

    JudgedBlocks.Judge judge() {
      return prm().isPresent()
          ? JudgedBlocks.Judge.PRM
          : predictions != null ? JudgedBlocks.Judge.PREDICTIONS : JudgedBlocks.Judge.SCORES;
    }

    /** Name of the scores: the PRM, or the file they are in. */
    String name() {
      return prm().or(() -> joined().map(Path::toString)).orElse("");
    }
  }

  @Override
  public Integer call() {
    try (Cluster cluster = spark.connect()) {
      StepDataset dataset = judged(SparkJob.reporting("evaluate", data, cluster, spark));
      StepErrorsReport report = judgement(dataset).report(bootstrap.bootstrap());
      format.print(report, StepErrorsText.of(report));
    }
    return 0;
  }

  private StepDataset judged(SparkJob job) {
    String known = job.format(data);
    String prm = measured.judge() == JudgedBlocks.Judge.PRM ? measured.name() : "";
    LineReader rows =
        measured.judge() == JudgedBlocks.Judge.SCORES ? new ScoreLines() : new PredictionLines();
    var blocks = new JudgedBlocks(measured.judge(), measured.name());
    SparkJob.Done done =
        job.run(
            new InputFile(data, new ReferenceLines(known, prm)),
            measured.joined().map(file -> new InputFile(file, rows)),
            blocks,
            blocks.toString());
    List<LabeledSolution> solutions = JudgedLines.read(done.parts(), done.run().blocks());
    done.parts().remove();
    if (measured.predictions != null && done.run().secondOnly() > 0) {
      throw new IllegalArgumentException(
          "%s: %d ids are not in %s"
              .formatted(measured.predictions, done.run().secondOnly(), data));
    }
    String name = String.valueOf(data.getFileName());
    return new StepDataset(DatasetCard.of(name, known, Fingerprint.sha256(data)), solutions);
  }

  private SplitJudgement judgement(StepDataset dataset) {
    ColumnRequest request = EvaluatedData.request().withPrm(measured.name());
    EvaluatedData set = EvaluatedData.of(data, dataset, request);
    if (measured.judge() == JudgedBlocks.Judge.PREDICTIONS) {
      return new SplitJudgement(
          dataset.card(), JudgedVotes.of(set, i -> JudgedLines.votes(dataset.solutions().get(i))));
    }
    ScoreSource found = ScoreSource.ofPrm(measured.name());
    ScoreSource tuning =
        threshold.tuneOn().flatMap(other -> measured.file()).map(ScoreSource::ofFile).orElse(found);
    return new SplitJudgement(
        dataset.card(),
        threshold.judge(
            set,
            new ThresholdOptions.Sources(found, tuning),
            bootstrap.bootstrap().seed(),
            file -> EvaluatedData.read(file, request)));
  }
}
