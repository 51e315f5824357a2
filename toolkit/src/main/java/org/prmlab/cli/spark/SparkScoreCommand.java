package org.prmlab.cli.spark;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.GivenOptions;
import org.prmlab.cli.common.PrmOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.format.FormatException;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.scale.Cluster;
import org.prmlab.scale.InputFile;
import org.prmlab.scale.RecordLines;
import org.prmlab.scale.ScoreBlocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab spark score}: the lines of {@code prmlab score}, by many machines. */
@Command(
    name = "score",
    description = {
      "Score the steps of every solution in a file; one model for each process or GPU.",
      "The result is that of prmlab score. A run that was interrupted continues with the blocks"
          + " that are not committed."
    })
final class SparkScoreCommand implements Callable<Integer> {
  private static final int RECORDS = 1024;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final PrmOptions prm = new PrmOptions();
  @Mixin private final SparkOptions spark = new SparkOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Solutions: JSONL, plain or gzip, or Parquet.")
  private Path data = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSONL to write.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    new GivenOptions(spec).require("--prm", PrmOptions.NEEDED);
    int block = spark.block(RECORDS);
    if (block < 1 || block % ScoreBlocks.WINDOW != 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--block %d; a multiple of %d expected, the solutions that are scored together"
              .formatted(block, ScoreBlocks.WINDOW));
    }
    long begin = System.nanoTime();
    try (Cluster cluster = spark.connect()) {
      SparkJob job = new SparkJob(cluster, out, block);
      SparkJob.Done done = score(job);
      requireOneConfiguration(done);
      done.join(ScoreBlocks.SCORED, out);
      done.parts().remove();
      SparkReport report = SparkReport.of(done.run(), (System.nanoTime() - begin) / 1e9, out);
      format.print(report, report.toString());
    }
    return 0;
  }

  private SparkJob.Done score(SparkJob job) {
    prm.spellFoldersOut();
    var blocks = new ScoreBlocks(prm.folder().toString(), prm::settings, Fingerprint.sha256(data));
    String settings =
        Checkpoint.read(prm.folder(), prm.settings().base()).fingerprint() + " " + prm.settings();
    InputFile source = new InputFile(data, new RecordLines(job.format(data)));
    return job.run(source, Optional.empty(), blocks, settings);
  }

  /** All machines must have computed alike: scores of a GPU and of a CPU do not mix. */
  private static void requireOneConfiguration(SparkJob.Done done) {
    Set<String> found = new HashSet<>();
    for (int block = 0; block < done.run().blocks(); block++) {
      found.addAll(done.parts().lines(block, ScoreBlocks.CONFIGURATION));
    }
    if (found.size() > 1) {
      throw FormatException.of(
          done.parts().folder(),
          "holds scores of %d configurations; the machines differ, name one --device and --dtype, remove it and run again"
              .formatted(found.size()));
    }
  }
}
