package org.prmlab.cli.spark;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.prmlab.cli.agree.ConsensusOptions;
import org.prmlab.cli.agree.ConsensusReport;
import org.prmlab.cli.agree.ConsensusText;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.evaluate.PairSubject;
import org.prmlab.scale.Cluster;
import org.prmlab.scale.ConsensusBlocks;
import org.prmlab.scale.InputFile;
import org.prmlab.scale.LabelChoice;
import org.prmlab.scale.LabelLines;
import org.prmlab.scale.LabelPairs;
import org.prmlab.scale.RecordLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab spark consensus}: {@code prmlab filter consensus}, by many machines. */
@Command(
    name = "consensus",
    description = {
      "Keep the solutions on which rollouts and a judge agree, and say what is thrown away.",
      "Files and report are those of prmlab filter consensus; what is written is JSONL."
    })
final class SparkConsensusCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final ConsensusOptions options = new ConsensusOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final SparkOptions spark = new SparkOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    if (!options.out().toString().endsWith(".jsonl")) {
      throw new ParameterException(
          spec.commandLine(), "--out %s; a name in .jsonl expected".formatted(options.out()));
    }
    try (Cluster cluster = spark.connect()) {
      SparkJob.Done done = filter(SparkJob.writing(options.out(), cluster, spark));
      ConsensusReport report = report(done);
      done.join(ConsensusBlocks.KEPT, options.out());
      options.dropped().ifPresent(file -> done.join(ConsensusBlocks.DROPPED, file));
      done.parts().remove();
      format.print(report, ConsensusText.of(report));
    }
    return 0;
  }

  private SparkJob.Done filter(SparkJob job) {
    var mc = new LabelChoice(options.mc().toString(), options.mcSource());
    var judge = new LabelChoice(options.judge().toString(), options.judgeSource());
    var blocks =
        new ConsensusBlocks(
            mc,
            options.judgeSource(),
            options.filter().agreement(),
            options.filter().rule().threshold(),
            options.field().orElse(""));
    return job.run(
        new InputFile(options.mc(), new RecordLines(job.format(options.mc()))),
        Optional.of(
            new InputFile(options.judge(), new LabelLines(job.format(options.judge()), judge, ""))),
        blocks,
        blocks.toString());
  }

  private ConsensusReport report(SparkJob.Done done) {
    int blocks = done.run().blocks();
    long alone =
        done.run().secondOnly()
            + IntStream.range(0, blocks)
                .mapToLong(b -> done.parts().lines(b, ConsensusBlocks.ALONE).size())
                .sum();
    LabelPairs found = SparkAgreeCommand.pairs(done, options.mc(), options.judge());
    return new ConsensusReport.Maker(options.filter(), bootstrap.bootstrap())
        .make(PairSubject.of(found), Math.toIntExact(alone), options.out());
  }
}
