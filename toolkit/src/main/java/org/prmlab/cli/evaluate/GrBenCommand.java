package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.common.ScoresOptions;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.JudgedColumns;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.format.GrBen;
import org.prmlab.format.StepFiles;
import org.prmlab.scale.PredictionLines;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab evaluate gr-ben}: who finds the first error, domain by domain. */
@Command(
    name = "gr-ben",
    description = {
      "Measure how well first errors are found on GR-Ben: accuracies and F1 of each domain, and the"
          + " mean F1 of the domains.",
      "Predictions are {\"id\", \"prediction\"} rows, whose index counts from 0 whatever GR-Ben's"
          + " labels do. A step scored at the threshold is called wrong; GR-Ben's own script calls"
          + " it right."
    })
final class GrBenCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, paramLabel = "FILE", description = "GR-Ben.")
  @SuppressWarnings("NullAway.Init") // required
  private Path data;

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // required
  private Judge judge;

  @Mixin private final ThresholdOptions threshold = new ThresholdOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What is measured. */
  static final class Judge extends ScoresOptions {
    @Option(names = "--predictions", paramLabel = "FILE", description = "Predicted first errors.")
    private @Nullable Path predictions;
  }

  record Report(
      String data,
      String sha256,
      int rows,
      Optional<Estimate> averageF1,
      Map<String, StepErrors> byDomain,
      StepErrorsReport.@Nullable Threshold threshold,
      Bootstrap intervals) {}

  @Override
  public Integer call() {
    StepDataset dataset = StepFiles.read(data, new GrBen());
    Bootstrap settings = bootstrap.bootstrap();
    EvaluatedData set = EvaluatedData.of(data, dataset, request());
    Optional<JudgedAtThreshold> scored = scored(set, settings);
    JudgedColumns rows = scored.map(JudgedAtThreshold::rows).orElseGet(() -> predicted(set));
    Map<String, JudgedColumns> domains = new LinkedHashMap<>();
    domains(dataset).forEach((d, places) -> domains.put(d, rows.only(places)));
    Map<String, StepErrors> measures = new LinkedHashMap<>();
    domains.forEach((d, r) -> measures.put(d, StepErrors.of(r, settings)));
    Report report =
        new Report(
            dataset.card().name(),
            dataset.card().sha256(),
            rows.size(),
            average(domains, settings),
            measures,
            scored
                .map(
                    s ->
                        new StepErrorsReport.Threshold(
                            s.mode(), s.thresholds(), s.tunedOnEvaluated()))
                .orElse(null),
            settings);
    format.print(report, text(report));
    return 0;
  }

  private static Map<String, int[]> domains(StepDataset dataset) {
    Map<String, int[]> domains = new LinkedHashMap<>();
    for (int i = 0; i < dataset.size(); i++) {
      domains.merge(
          GrBen.domain(dataset.solutions().get(i)),
          new int[] {i},
          (all, one) -> IntStream.concat(IntStream.of(all), IntStream.of(one)).toArray());
    }
    return domains;
  }

  private ColumnRequest request() {
    ColumnRequest request = EvaluatedData.request();
    return judge.prm().map(request::withPrm).orElse(request);
  }

  private JudgedColumns predicted(EvaluatedData set) {
    if (judge.predictions == null) {
      throw new IllegalStateException("neither scores nor predictions were given");
    }
    return JudgedVotes.read(
            judge.predictions, set, PredictionLines::votes, JudgedVotes.Others.REFUSE)
        .rows();
  }

  private Optional<JudgedAtThreshold> scored(EvaluatedData set, Bootstrap settings) {
    return judge
        .source()
        .map(
            source ->
                threshold.judge(
                    set,
                    new ThresholdOptions.Sources(source, source),
                    settings.seed(),
                    file -> EvaluatedData.read(file, request())));
  }

  /** None where a domain lacks solutions with, or without, an error. */
  private static Optional<Estimate> average(
      Map<String, JudgedColumns> domains, Bootstrap settings) {
    return domains.values().stream().allMatch(JudgedColumns::hasBothKinds)
        ? Optional.of(StepErrors.averageOf(List.copyOf(domains.values()), settings))
        : Optional.empty();
  }

  private static ReportText text(Report report) {
    String caption =
        "%s: %d rows, mean F1 of %d domains: %s; percent [%.0f %% interval]"
            .formatted(
                report.data(),
                report.rows(),
                report.byDomain().size(),
                EstimateText.of(report.averageF1()),
                100 * report.intervals().level());
    ReportText text =
        new ReportText()
            .add(StepErrorsText.table("domain", report.byDomain()).withCaption(caption));
    return report.threshold() == null
        ? text
        : text.add(StepErrorsText.of(report.threshold(), report.rows()));
  }
}
