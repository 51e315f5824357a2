package org.prmlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.NeutralRating;
import org.prmlab.evaluation.LabelPair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prmlab agree A B}: agreement of two sources of step labels or verdicts. */
@Command(
    name = "agree",
    description = {
      "Measure the agreement of two label or verdict files on steps and on first errors.",
      "A is a data file with labels or verdicts; B another, a file of {\"id\", \"prediction\"}"
          + " rows, or A again with another --second source."
    })
final class AgreeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "A", description = "The first file, with the solutions.")
  @SuppressWarnings("NullAway.Init") // required
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "The second file.")
  @SuppressWarnings("NullAway.Init") // required
  private Path second;

  @Option(
      names = "--first",
      paramLabel = "SOURCE",
      description = "Labels of this source in A (default: its verdicts, else its first source).")
  private @Nullable String firstSource;

  @Option(
      names = "--second",
      paramLabel = "SOURCE",
      description = "Labels of this source in B (default: its verdicts, else its first source).")
  private @Nullable String secondSource;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      defaultValue = "0",
      description = "Soft labels above it are correct (default: ${DEFAULT-VALUE}, the paper's).")
  private double threshold;

  @Option(
      names = "--neutral",
      paramLabel = "POLICY",
      defaultValue = "as-correct",
      description =
          "Neutral ratings: as-correct, as-incorrect or drop (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private NeutralRating neutral;

  @Option(
      names = "--by",
      paramLabel = "FIELD",
      description = "Also measure by this field of A's records, such as level.")
  private @Nullable String field;

  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    LabelSource a = LabelSource.read(first, firstSource);
    LabelSource b = LabelSource.read(second, secondSource);
    List<LabelPair> pairs = a.pairedWith(b);
    Binarization rule = new Binarization(threshold, neutral);
    AgreementReport report =
        new AgreementReport.Maker(a.name(), b.name(), rule, bootstrap.bootstrap())
            .make(pairs, field == null ? List.of() : a.values(field));
    format.print(spec.commandLine().getOut(), report, AgreementText.of(report));
    return 0;
  }
}
