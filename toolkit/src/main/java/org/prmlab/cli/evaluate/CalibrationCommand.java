package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.common.ScoreSource;
import org.prmlab.cli.common.ScoresOptions;
import org.prmlab.data.ScoreColumn;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.evaluation.Calibration;
import org.prmlab.evaluation.ReliabilityBin;
import org.prmlab.evaluation.ScoredColumns;
import org.prmlab.evaluation.TruthColumns;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab evaluate calibration}: whether scores are probabilities. */
@Command(
    name = "calibration",
    description = {
      "Measure whether steps scored 0.8 are right eight times in ten: the reliability curve, the"
          + " expected calibration error, and the area under the ROC curve.",
      "Steps before a solution's first error count as right, the first error as wrong; those after"
          + " it are left out."
    })
final class CalibrationCommand implements Callable<Integer> {
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
  private ScoresOptions scores;

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "10",
      description = "Ranges of equal width that scores fall into (default: ${DEFAULT-VALUE}).")
  private int bins;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** Scores as they are; rates and the area in percent. */
  record Report(
      String data,
      String sha256,
      int steps,
      Estimate expectedCalibrationError,
      Optional<Estimate> auroc,
      List<ReliabilityBin> reliability,
      Bootstrap intervals) {}

  @Override
  public Integer call() {
    if (bins < 1) {
      throw new ParameterException(
          spec.commandLine(), "--bins is %d; at least 1 expected".formatted(bins));
    }
    ScoreSource source = scores.source().orElseThrow(); // picocli asks for one of both
    EvaluatedData set = reading.evaluated(data, source.in(EvaluatedData.request()));
    ScoreColumn scored = source.scores(set);
    TruthColumns truths = set.truths();
    warnOfOtherMeaning(source.prm(), scored);
    Calibration calibration = Calibration.ofSteps(ScoredColumns.of(truths, scored));
    Bootstrap settings = bootstrap.bootstrap();
    Calibration.Measures measured = calibration.measure(bins, settings);
    var report =
        new Report(
            set.card().name(),
            set.card().sha256(),
            measured.items(),
            measured.expectedError(),
            measured.auroc(),
            measured.bins(),
            settings);
    String caption =
        "%s: %d steps; percent [%.0f %% interval]"
            .formatted(report.data(), report.steps(), 100 * settings.level());
    format.print(
        report,
        new ReportText().add(measured.table().withCaption(caption)).add(measured.summary()));
    return 0;
  }

  /** Chances of eventual success may be well calibrated, but not against errors of steps. */
  private void warnOfOtherMeaning(String prm, ScoreColumn scores) {
    if (scores.meanings().contains(ScoreMeaning.EVENTUAL_SUCCESS)) {
      spec.commandLine()
          .getErr()
          .printf(
              "warning: scores of %s are chances of eventual success, but are measured"
                  + " here as chances that the step is right%n",
              prm);
    }
  }
}
