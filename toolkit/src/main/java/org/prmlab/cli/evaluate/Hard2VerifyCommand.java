package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.common.RowsById;
import org.prmlab.cli.common.ScoreSource;
import org.prmlab.cli.common.ScoresOptions;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.evaluation.BalancedScore;
import org.prmlab.evaluation.CalledSteps;
import org.prmlab.evaluation.ScoredColumns;
import org.prmlab.format.Hard2Verify;
import org.prmlab.format.StepCalls;
import org.prmlab.format.StepFiles;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab evaluate hard2verify}: every step, every response, and the first error. */
@Command(
    name = "hard2verify",
    description = {
      "Measure step labels on Hard2Verify: balanced accuracy and balanced F1 of steps, of responses"
          + " and of finding the first error.",
      "Scores are {\"id\", \"scores\"} rows or those in the data; a step is called right if its"
          + " score is above the threshold. Labels are {\"id\", \"labels\": [1, 0, null]} rows."
    })
final class Hard2VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Hard2Verify, as published or opened.")
  @SuppressWarnings("NullAway.Init") // required
  private Path data;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // required
  private Called called;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      defaultValue = "0.5",
      description = "A step scored above it is called right (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What is measured. */
  static final class Called extends ScoresOptions {
    @Option(names = "--labels", paramLabel = "FILE", description = "Labels of a critic by id.")
    private @Nullable Path labels;
  }

  record Level(
      Optional<Estimate> balancedAccuracy,
      Optional<Estimate> balancedF1,
      Optional<Estimate> rightRate,
      Optional<Estimate> wrongRate,
      int right,
      int wrong) {
    static Level of(BalancedScore.Balanced level) {
      return new Level(
          level.accuracy(),
          level.f1(),
          level.rightRate(),
          level.wrongRate(),
          level.right(),
          level.wrong());
    }
  }

  record Report(
      String data,
      String sha256,
      int solutions,
      Level step,
      Level response,
      Level errorId,
      int unread,
      Bootstrap intervals) {}

  @Override
  public Integer call() {
    StepDataset dataset = StepFiles.read(data, new Hard2Verify());
    Bootstrap settings = bootstrap.bootstrap();
    BalancedScore score = BalancedScore.of(items(dataset), settings);
    Report report =
        new Report(
            dataset.card().name(),
            dataset.card().sha256(),
            dataset.size(),
            Level.of(score.step()),
            Level.of(score.response()),
            Level.of(score.errorId()),
            score.unread(),
            settings);
    format.print(report, text(report));
    return 0;
  }

  private List<CalledSteps> items(StepDataset dataset) {
    if (called.labels != null) {
      Map<String, StepCalls> rows = StepCalls.read(called.labels);
      List<CalledSteps> items = new ArrayList<>();
      for (LabeledSolution s : RowsById.ofBoth(dataset, data, rows.keySet(), called.labels)) {
        StepCalls row = rows.get(s.solution().id());
        items.add(item(s, row == null ? List.of() : row.right()));
      }
      return items;
    }
    ScoreSource source = called.source().orElseThrow(); // picocli asks for one of the three
    EvaluatedData set = EvaluatedData.of(data, dataset, source.in(EvaluatedData.request()));
    ScoredColumns scored = source.of(set);
    List<CalledSteps> items = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      int row = i;
      List<Optional<Boolean>> above =
          IntStream.range(0, set.columns().steps(i))
              .mapToObj(step -> Optional.of(scored.score(row, step) > threshold))
              .toList();
      items.add(item(dataset.solutions().get(i), above));
    }
    return items;
  }

  private static CalledSteps item(LabeledSolution solution, List<Optional<Boolean>> called) {
    List<Boolean> right =
        solution.labels().get(0).values().stream().map(StepLabel.Hard.CORRECT::equals).toList();
    return new CalledSteps(solution.solution().problem().text(), right, called);
  }

  private static ReportText text(Report report) {
    ResultTable table =
        ResultTable.of(
                List.of(
                    ResultColumn.text("level"),
                    ResultColumn.count("right", "right"),
                    ResultColumn.percent("called so", "right_rate"),
                    ResultColumn.count("wrong", "wrong"),
                    ResultColumn.percent("called so", "wrong_rate"),
                    ResultColumn.percent("balanced accuracy", "balanced_accuracy"),
                    ResultColumn.percent("balanced F1", "balanced_f1")))
            .withCaption(
                "%s: %d solutions, %d steps unread; percent [%.0f %% interval]"
                    .formatted(
                        report.data(),
                        report.solutions(),
                        report.unread(),
                        100 * report.intervals().level()));
    table = row(table, "step", report.step());
    table = row(table, "response", report.response());
    return new ReportText().add(row(table, "first error", report.errorId()));
  }

  private static ResultTable row(ResultTable table, String name, Level level) {
    return table.row(
        name,
        level.right(),
        level.rightRate(),
        level.wrong(),
        level.wrongRate(),
        level.balancedAccuracy(),
        level.balancedF1());
  }
}
