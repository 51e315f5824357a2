package org.prmlab.cli.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.agree.AgreeOptions;
import org.prmlab.cli.agree.AgreementReport;
import org.prmlab.cli.agree.AgreementText;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ReportText;
import org.prmlab.cli.evaluate.PairSubject;
import org.prmlab.evaluation.AgreementCounts;
import org.prmlab.format.FormatException;
import org.prmlab.scale.Cluster;
import org.prmlab.scale.CountBlocks;
import org.prmlab.scale.InputFile;
import org.prmlab.scale.LabelChoice;
import org.prmlab.scale.LabelLines;
import org.prmlab.scale.LabelPairs;
import org.prmlab.scale.LineReader;
import org.prmlab.scale.PairBlocks;
import org.prmlab.scale.PredictionLines;
import org.prmlab.scale.RateLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab spark agree}: {@code prmlab agree}, its files read by many machines. */
@Command(
    name = "agree",
    description = {
      "Measure the agreement of two label or verdict files on steps and on first errors.",
      "The report is that of prmlab agree: the machines read and join, the driver measures what"
          + " they found (labels without texts). With --counts nothing comes together on the"
          + " driver."
    })
final class SparkAgreeCommand implements Callable<Integer> {
  @Mixin private final AgreeOptions options = new AgreeOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final SparkOptions spark = new SparkOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--counts",
      description =
          "Only count, at the thresholds 0, 1/8 ... 7/8, without intervals: for files of millions"
              + " of the toolkit's own records, labeled by --first and --second (mc and judge).")
  private boolean counts;

  @Override
  public Integer call() {
    try (Cluster cluster = spark.connect()) {
      SparkJob job = SparkJob.reporting("agree", options.first(), cluster, spark);
      if (counts) {
        List<AgreementCounts> total = count(job);
        format.print(total, new ReportText().add(SweepTable.of(total)));
      } else {
        AgreementReport report = measure(job);
        format.print(report, AgreementText.of(report));
      }
    }
    return 0;
  }

  private List<AgreementCounts> count(SparkJob job) {
    String first = options.firstSource() == null ? "mc" : options.firstSource();
    String second = options.secondSource() == null ? "judge" : options.secondSource();
    SparkJob.Done done =
        job.run(
            new InputFile(options.first(), new RateLines(first)),
            Optional.of(new InputFile(options.second(), new RateLines(second))),
            new CountBlocks(),
            first);
    List<AgreementCounts> total = CountBlocks.total(done.parts(), done.run().blocks());
    done.parts().remove();
    if (done.run().secondOnly() > 0) {
      throw new IllegalArgumentException(
          "%d solutions of %s are not in %s; expected labels of the same ones"
              .formatted(done.run().secondOnly(), options.second(), options.first()));
    }
    return total;
  }

  private AgreementReport measure(SparkJob job) {
    String field = options.field().orElse("");
    LabelChoice first = choice(options.first(), options.firstSource());
    var reader = new LabelLines(job.format(options.first()), first, field);
    LineReader other = second(job);
    SparkJob.Done done =
        job.run(
            new InputFile(options.first(), reader),
            Optional.of(new InputFile(options.second(), other)),
            new PairBlocks(),
            reader.toString());
    LabelPairs found = pairs(done, options.first(), options.second());
    done.parts().remove();
    PairSubject subject = PairSubject.of(found);
    return new AgreementReport.Maker(
            name(options.first(), options.firstSource()),
            name(options.second(), options.secondSource()),
            options.rule(),
            bootstrap.bootstrap())
        .make(subject.pairs(), subject.field());
  }

  private LineReader second(SparkJob job) {
    try {
      String known = job.format(options.second());
      return new LabelLines(known, choice(options.second(), options.secondSource()), "");
    } catch (FormatException e) {
      return new PredictionLines(); // as prmlab agree: what is no data file holds predictions
    }
  }

  /**
   * What the blocks found.
   *
   * @throws IllegalArgumentException if the files have no solution in common
   */
  static LabelPairs pairs(SparkJob.Done done, Path first, Path second) {
    LabelPairs found = LabelPairs.read(done.parts(), done.run().blocks());
    if (found.pairs().isEmpty()) {
      throw new IllegalArgumentException(
          "no id is in both %s and %s; the first must hold the solutions".formatted(first, second));
    }
    return found;
  }

  private static LabelChoice choice(Path file, @Nullable String source) {
    return new LabelChoice(file.toString(), source == null ? "" : source);
  }

  private static String name(Path file, @Nullable String source) {
    return source == null ? file.toString() : file + " (" + source + ")";
  }
}
