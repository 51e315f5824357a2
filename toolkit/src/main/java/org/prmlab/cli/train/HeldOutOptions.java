package org.prmlab.cli.train;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.training.HeldOut;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a training is watched with. */
final class HeldOutOptions {
  @Option(
      names = "--validate",
      paramLabel = "FILE",
      description =
          "Labeled solutions that are not learned from: their loss and F1 are measured, and the"
              + " weights with the lowest loss are kept.")
  private @Nullable Path file;

  @Option(
      names = "--validate-every",
      defaultValue = "0",
      paramLabel = "N",
      description = "Steps between two measurements; 0: one an epoch (default: 0).")
  private int every;

  @Option(
      names = "--patience",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Stop after so many measurements in a row without a lower loss; 0: never (default: 0).")
  private int patience;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
  private CommandSpec spec;

  /** Read as the other solutions are. */
  Optional<HeldOut> heldOut(ReadingOptions reading) {
    if (file == null && (every != 0 || patience != 0)) {
      throw new ParameterException(
          spec.commandLine(), "--patience and --validate-every go with --validate FILE");
    }
    return Optional.ofNullable(file)
        .map(f -> HeldOut.of(reading.read(f)).withEverySteps(every).withPatience(patience));
  }
}
