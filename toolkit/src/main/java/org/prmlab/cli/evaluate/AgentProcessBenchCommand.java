package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.common.RowsById;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel.Rating;
import org.prmlab.evaluation.RatedTrajectory;
import org.prmlab.evaluation.ThreeWayScore;
import org.prmlab.format.AgentProcessBench;
import org.prmlab.format.RatedSteps;
import org.prmlab.format.StepFiles;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab evaluate agentprocessbench}: ratings -1, 0 and 1 of the steps of agents. */
@Command(
    name = "agentprocessbench",
    description = {
      "Measure step ratings (1, 0, -1) on AgentProcessBench: step and first-error accuracy.",
      "Predictions are {\"total_index\", \"step_labels\": {\"2\": 1, ...}} rows, as its own"
          + " evaluation writes them; a trajectory or step without one counts as no match."
    })
final class AgentProcessBenchCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "One file of AgentProcessBench.")
  @SuppressWarnings("NullAway.Init") // required
  private Path data;

  @Option(
      names = "--predictions",
      required = true,
      paramLabel = "FILE",
      description = "Ratings of a system.")
  @SuppressWarnings("NullAway.Init") // required
  private Path predictions;

  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  record Report(
      String data,
      String sha256,
      int trajectories,
      int withoutPrediction,
      int steps,
      int unread,
      Optional<Estimate> stepAccuracy,
      Optional<Estimate> firstErrorAccuracy,
      Map<String, Estimate> recall,
      Bootstrap intervals) {}

  @Override
  public Integer call() {
    StepDataset dataset = StepFiles.read(data, new AgentProcessBench());
    Map<String, RatedSteps> rows = RatedSteps.read(predictions);
    Bootstrap settings = bootstrap.bootstrap();
    ThreeWayScore score = ThreeWayScore.of(trajectories(dataset, rows), settings);
    Map<String, Estimate> recall = new LinkedHashMap<>();
    score.recall().forEach((r, i) -> recall.put(word(r), i));
    Report report =
        new Report(
            dataset.card().name(),
            dataset.card().sha256(),
            dataset.size(),
            (int) dataset.stream().filter(s -> !rows.containsKey(s.solution().id())).count(),
            score.steps(),
            score.unread(),
            score.stepAccuracy(),
            score.firstErrorAccuracy(),
            recall,
            settings);
    format.print(report, text(report));
    return 0;
  }

  private static String word(Rating rating) {
    return rating.name().toLowerCase(Locale.ROOT);
  }

  private List<RatedTrajectory> trajectories(StepDataset dataset, Map<String, RatedSteps> rows) {
    RowsById.requireKnown(dataset, data, rows.keySet(), predictions);
    List<RatedTrajectory> trajectories = new ArrayList<>();
    for (LabeledSolution solution : dataset.solutions()) {
      List<Rating> truth =
          solution.labels().get(0).values().stream().map(Rating.class::cast).toList();
      List<Integer> messages = AgentProcessBench.messageIndices(solution);
      RatedSteps row = rows.get(solution.solution().id());
      List<Optional<Rating>> called =
          row == null
              ? messages.stream().map(m -> Optional.<Rating>empty()).toList()
              : row.of(messages);
      trajectories.add(new RatedTrajectory(solution.solution().problem().text(), truth, called));
    }
    return trajectories;
  }

  private static ReportText text(Report report) {
    ResultTable table =
        ResultTable.of(
                List.of(ResultColumn.text("measure"), ResultColumn.percent("percent", "value")))
            .withCaption(
                "%s: %d trajectories (%d without prediction), %d steps, %d unread; percent [%.0f %% interval]"
                    .formatted(
                        report.data(),
                        report.trajectories(),
                        report.withoutPrediction(),
                        report.steps(),
                        report.unread(),
                        100 * report.intervals().level()))
            .row("step accuracy", report.stepAccuracy())
            .row("first-error accuracy", report.firstErrorAccuracy());
    for (var recall : report.recall().entrySet()) {
      table = table.row("recall of " + recall.getKey(), recall.getValue());
    }
    return new ReportText().add(table);
  }
}
