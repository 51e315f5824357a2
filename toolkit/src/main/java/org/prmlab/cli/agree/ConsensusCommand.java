package org.prmlab.cli.agree;

import java.util.concurrent.Callable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.LabelSource;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.evaluate.PairSubject;
import org.prmlab.data.ColumnRequest;
import org.prmlab.evaluation.LabelSide;
import org.prmlab.labeling.ConsensusFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab filter consensus}: what rollouts and a judge agree on. */
@Command(
    name = "consensus",
    description = {
      "Keep the solutions on which rollouts and a judge agree, and say what is thrown away.",
      "The result holds the records of the --mc file with the labels of both."
    })
final class ConsensusCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final ConsensusOptions options = new ConsensusOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    ColumnRequest fields = AgreeCommand.fields(options.field()).withSource(options.judgeSource());
    LabelSource first = LabelSource.read(options.mc(), options.mcSource(), fields, reading);
    LabelSource second =
        LabelSource.read(
            options.judge(), options.judgeSource(), ColumnRequest.withDefaults(), reading);
    LabelSide.Joined joined = first.pairedWith(second);
    first.warn(spec.commandLine().getErr());
    ConsensusFilter filter = options.filter();
    int alone =
        first.side().columns().size() + second.side().columns().size() - 2 * joined.pairs().size();
    PairSubject subject = PairSubject.of(first, joined, options.field());
    ConsensusReport report =
        new ConsensusReport.Maker(filter, bootstrap.bootstrap())
            .make(subject, alone, options.out());
    new ConsensusFiles(options, first, joined).write(filter.agrees(joined.pairs()));
    format.print(report, ConsensusText.of(report));
    return 0;
  }
}
