package org.prmlab.cli.agree;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.LabelSource;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.data.ColumnRequest;
import org.prmlab.evaluation.LabelSide;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code prmlab agree A B}: agreement of two sources of step labels or verdicts. */
@Command(
    name = "agree",
    description = {
      "Measure the agreement of two label or verdict files on steps and on first errors.",
      "A is a data file with labels or verdicts; B another, a file of {\"id\", \"prediction\"}"
          + " rows, or A again with another --second source."
    })
public final class AgreeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final AgreeOptions options = new AgreeOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    LabelSource a =
        LabelSource.read(options.first(), options.firstSource(), fields(options.field()), reading);
    LabelSource b =
        LabelSource.read(
            options.second(), options.secondSource(), ColumnRequest.withDefaults(), reading);
    LabelSide.Joined joined = a.pairedWith(b);
    a.warn(spec.commandLine().getErr());
    AgreementReport report =
        new AgreementReport.Maker(a.name(), b.name(), options.rule(), bootstrap.bootstrap())
            .make(joined.pairs(), options.field().map(f -> a.values(f).of(joined.first())));
    format.print(report, AgreementText.of(report));
    return 0;
  }

  /** A request for a field, where one is named. */
  static ColumnRequest fields(Optional<String> field) {
    ColumnRequest nothing = ColumnRequest.withDefaults();
    return field.map(nothing::withField).orElse(nothing);
  }
}
