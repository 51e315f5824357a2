package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.PrmBenchItem;
import org.prmlab.evaluation.PrmBenchScore;
import org.prmlab.format.PrmBench;
import org.prmlab.format.PrmBenchResult;
import org.prmlab.format.RejectedRecords;
import org.prmlab.format.StepFiles;
import org.prmlab.notebook.ResultTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab evaluate prmbench}: PRMScore by class of planted errors. */
@Command(
    name = "prmbench",
    description = "Measure step validity on PRMBench: PRMScore, both F1, first-error accuracy.")
final class PrmBenchCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(names = "--data", required = true, paramLabel = "FILE", description = "PRMBench items.")
  @SuppressWarnings("NullAway.Init") // required
  private Path data;

  @Option(
      names = "--results",
      required = true,
      paramLabel = "FILE",
      description = "One {\"idx\", \"scores\": {\"step_level_validity_labels\"}} an item.")
  @SuppressWarnings("NullAway.Init") // required
  private Path results;

  @Option(
      names = "--reject",
      paramLabel = "FILE",
      description = "Set bad items aside in FILE (JSONL, with reasons) instead of stopping.")
  private @Nullable Path reject;

  @Option(
      names = "--beyond-end",
      paramLabel = "NAME",
      defaultValue = "refuse",
      description = {
        "An error step that the process does not have, as one published item names:"
            + " refuse (default), or ignore, as PRMBench's own evaluation does."
      })
  private PrmBench.ErrorBeyondEnd beyondEnd = PrmBench.ErrorBeyondEnd.REFUSE;

  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  record Measures(
      @Nullable EstimateJson prmScore,
      @Nullable EstimateJson f1,
      @Nullable EstimateJson negativeF1,
      @Nullable EstimateJson firstErrorAccuracy,
      int items,
      PrmBenchScore.Counts steps) {
    static Measures of(PrmBenchScore score) {
      return new Measures(
          EstimateJson.percent(score.prmScore()),
          EstimateJson.percent(score.validF1()),
          EstimateJson.percent(score.invalidF1()),
          EstimateJson.percent(score.firstErrorAccuracy()),
          score.items(),
          score.counts());
    }
  }

  record Report(
      String data,
      String sha256,
      long rejected,
      Measures all,
      Map<String, Measures> byClass,
      Bootstrap intervals) {}

  @Override
  public Integer call() {
    if (reject == null) {
      return report(StepFiles.read(data, new PrmBench(beyondEnd)), 0);
    }
    try (RejectedRecords rejected = RejectedRecords.create(reject)) {
      StepDataset dataset = StepFiles.read(data, new PrmBench(beyondEnd), rejected);
      return report(dataset, rejected.count());
    }
  }

  private int report(StepDataset dataset, long rejected) {
    ProblemWarning.print(
        dataset.stream().map(LabeledSolution::solution), spec.commandLine().getErr());
    dataset
        .card()
        .notes()
        .forEach(n -> spec.commandLine().getErr().println("note: " + data + ": " + n));
    List<PrmBenchItem> items = items(dataset);
    Bootstrap settings = bootstrap.bootstrap();
    Map<String, Measures> classes = new LinkedHashMap<>();
    PrmBenchScore.byClass(items, settings).forEach((k, v) -> classes.put(k, Measures.of(v)));
    Report report =
        new Report(
            dataset.card().name(),
            dataset.card().sha256(),
            rejected,
            Measures.of(PrmBenchScore.of(items, settings)),
            classes,
            settings);
    format.print(spec.commandLine().getOut(), report, text(report));
    return 0;
  }

  private List<PrmBenchItem> items(StepDataset dataset) {
    Map<String, List<Boolean>> called = new HashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (PrmBenchResult result : PrmBenchResult.read(results)) {
      int time = times.merge(result.idx(), 1, Integer::sum);
      called.put(time == 1 ? result.idx() : result.idx() + "#" + time, result.valid());
    }
    List<PrmBenchItem> items = new ArrayList<>();
    for (LabeledSolution s : matched(dataset, called.keySet())) {
      List<Boolean> valid =
          s.labels().get(0).values().stream().map(StepLabel.Hard.CORRECT::equals).toList();
      items.add(
          new PrmBenchItem(
              s.solution().problem().key(),
              PrmBench.classification(s),
              valid,
              called.getOrDefault(s.solution().id(), List.of())));
    }
    return items;
  }

  /** Results of items that were set aside have no partner, and need none. */
  private List<LabeledSolution> matched(StepDataset dataset, Set<String> results) {
    if (reject == null) {
      return RowsById.ofBoth(dataset, data, results, this.results);
    }
    RowsById.requireAll(dataset, results, this.results);
    return dataset.solutions();
  }

  private static String text(Report report) {
    ResultTable table =
        ResultTable.withColumns("class", "items", "PRMScore", "F1", "negative F1", "first error")
            .withCaption(
                "%s: percent; %d items set aside".formatted(report.data(), report.rejected()));
    table = row(table, "all", report.all());
    for (var part : report.byClass().entrySet()) {
      table = row(table, part.getKey(), part.getValue());
    }
    return table.toString();
  }

  private static ResultTable row(ResultTable table, String name, Measures m) {
    return table.row(
        name,
        m.items(),
        EstimateText.of(m.prmScore()),
        EstimateText.of(m.f1()),
        EstimateText.of(m.negativeF1()),
        EstimateText.of(m.firstErrorAccuracy()));
  }
}
