package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.ProblemWarning;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.common.TerminalCount;
import org.prmlab.data.Binarization;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.DatasetCard;
import org.prmlab.data.SolutionColumns;
import org.prmlab.evaluation.PrmBenchColumns;
import org.prmlab.evaluation.PrmBenchScore;
import org.prmlab.format.ColumnFile;
import org.prmlab.format.ColumnReader;
import org.prmlab.format.PrmBench;
import org.prmlab.format.RejectedRecords;
import org.prmlab.report.Results;
import org.prmlab.stats.Bootstrap;
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

  record Report(
      String data,
      String sha256,
      long rejected,
      PrmBenchScore all,
      Map<String, PrmBenchScore> byClass,
      Bootstrap intervals) {}

  @Override
  public Integer call() {
    ColumnRequest request =
        ColumnRequest.withDefaults()
            .withSource(ColumnRequest.FIRST_SOURCE)
            .withField(PrmBench.CLASSIFICATION);
    try (var count = new TerminalCount("items")) {
      ColumnReader reader = ColumnReader.of(request).withProgress(count);
      if (reject == null) {
        return report(ColumnFile.read(data, new PrmBench(beyondEnd), reader), 0);
      }
      try (RejectedRecords rejected = RejectedRecords.create(reject)) {
        ColumnReader setsAside = reader.withBadRecords(rejected);
        ColumnFile file = ColumnFile.read(data, new PrmBench(beyondEnd), setsAside);
        return report(file, rejected.count());
      }
    }
  }

  private int report(ColumnFile file, long rejected) {
    ProblemWarning.print(file, spec.commandLine().getErr());
    DatasetCard card = file.card();
    card.notes().forEach(n -> spec.commandLine().getErr().println("note: " + data + ": " + n));
    PrmBenchColumns items = items(file);
    Bootstrap settings = bootstrap.bootstrap();
    Report report =
        new Report(
            card.name(),
            card.sha256(),
            rejected,
            PrmBenchScore.of(items, settings),
            PrmBenchScore.byClass(items, settings),
            settings);
    format.print(report, text(report));
    return 0;
  }

  private PrmBenchColumns items(ColumnFile file) {
    SolutionColumns columns = file.columns();
    ValidityRows rows = ValidityRows.read(results, columns);
    rows.places().requireAll(results);
    if (reject == null) { // results of items that were set aside have no partner, and need none
      rows.places().requireKnown(data, results);
    }
    byte[] valid = columns.labels(ColumnRequest.FIRST_SOURCE).classes(Binarization.withDefaults());
    PrmBenchColumns.Builder items = new PrmBenchColumns.Builder(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      boolean[] truth = new boolean[columns.steps(i)];
      for (int step = 0; step < truth.length; step++) {
        int place = columns.begin(i) + step;
        truth[step] = valid[columns.labels(ColumnRequest.FIRST_SOURCE).code(place)] == 1;
      }
      String classification = PrmBench.classification(columns, i);
      items.add(columns.problems().of(i), classification, truth, rows.called(i));
    }
    return items.build();
  }

  private static ReportText text(Report report) {
    String caption = "%s: percent; %d items set aside".formatted(report.data(), report.rejected());
    Map<String, PrmBenchScore> rows = new LinkedHashMap<>(Map.of("all", report.all()));
    rows.putAll(report.byClass());
    return new ReportText().add(Results.of("class", rows).table().withCaption(caption));
  }
}
