package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.cli.common.AnswerOptions;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.data.Aggregation;
import org.prmlab.evaluation.bestofn.Estimator;
import org.prmlab.evaluation.bestofn.SampleColumns;
import org.prmlab.evaluation.bestofn.SampleScores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab evaluate best-of-n}: choosing one of several sampled answers. */
@Command(
    name = "best-of-n",
    description = {
      "Measure how often the chosen one of k sampled answers is right: prm@k, maj@k, weighted"
          + " vote, pass@k, and the gap between vote and pass that a PRM closes."
    })
final class BestOfNCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Sampled solutions: qwen-samples, search-and-learn, or the toolkit's own.")
  @SuppressWarnings("NullAway.Init") // required
  private Path data;

  @Option(
      names = "--prm",
      paramLabel = "NAME",
      description =
          "Only this PRM or outcome model (default: all that scored a sample of every problem).")
  private @Nullable String prm;

  @Option(
      names = "--aggregation",
      paramLabel = "NAME",
      split = ",",
      description =
          "Of min, product, last, mean (default: all); an outcome model's score needs none.")
  private Aggregation[] aggregations = Aggregation.values();

  @Option(
      names = "--estimator",
      paramLabel = "NAME",
      defaultValue = "first-k",
      description = "first-k, as the paper does, or all-subsets (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private Estimator estimator;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final AnswerOptions answers = new AnswerOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    EvaluatedData set = reading.evaluated(data, SampleColumns.request(answers.extraction()));
    SampleScores scores =
        new SampleScores(SampleColumns.of(set.columns(), AnswerComparison.withDefaults()));
    BestOfNReport report =
        new BestOfNReport.Maker(
                estimator, bootstrap.bootstrap(), Arrays.asList(aggregations), answers)
            .make(set, scores, prm == null ? Scorers.all(scores) : Scorers.only(prm, scores));
    format.print(report, BestOfNText.of(report));
    return 0;
  }
}
