package org.prmlab.cli.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Escapes;
import org.prmlab.cli.common.PrmOptions;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.TargetOptions;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.prm.PrmConventions;
import org.prmlab.prm.PrmSettings.TooLong;
import org.prmlab.training.HeldOut;
import org.prmlab.training.PrmTrainer;
import org.prmlab.training.TrainingJob;
import org.prmlab.training.TrainingReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab train}: a PRM from labeled solutions, resumable. */
@Command(
    name = "train",
    description = {
      "Train a process reward model on labeled solutions, from a language model or another PRM.",
      "The result is a Hugging Face folder. A run that was interrupted continues where it last"
          + " saved its state, and ends with the same weights."
    })
public final class TrainCommand implements Callable<Integer> {
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final TargetOptions targets = new TargetOptions();
  @Mixin private final TrainingOptions options = new TrainingOptions();
  @Mixin private final HeldOutOptions heldOut = new HeldOutOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Labeled solutions, in any format the toolkit reads.")
  private Path data = Path.of("");

  @Option(
      names = "--init",
      required = true,
      paramLabel = "DIR|HUB-ID",
      description = "Model to begin with; a language model gets a new head.")
  private String init = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the trained PRM; until it is done, of the run's state.")
  private Path out = Path.of("");

  @Option(
      names = "--family",
      paramLabel = "qwen2-prm|token-classification",
      description =
          "How the PRM is fed and read; by default as the model, or as its tokenizer suits.")
  private @Nullable String family;

  @Option(
      names = "--separator",
      paramLabel = "TEXT",
      description =
          "Of a token classifier: text after each step (TRL's step_separator; default: that of the"
              + " model, else \\n).")
  private @Nullable String separator;

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "cpu|gpu|gpu:N",
      description = "Where to compute; by default a GPU if there is one.")
  private String device = "auto";

  @Option(
      names = "--save-every",
      defaultValue = "200",
      paramLabel = "N",
      description = "Steps between two saves of the state (default: 200).")
  private int saveEvery = 200;

  @Option(
      names = "--truncate",
      description = "Train on the leading steps of a solution longer than the model's context.")
  private boolean truncate;

  @Override
  public Integer call() {
    Optional<HeldOut> watched = heldOut.heldOut(reading);
    TrainingJob job =
        TrainingJob.of(PrmOptions.resolve(init), out)
            .withDevice(ComputeDevice.named(device))
            .withSaveEvery(saveEvery)
            .withTooLong(truncate ? TooLong.TRUNCATE : TooLong.REFUSE);
    var terminal = new TerminalTraining();
    PrmTrainer trainer = PrmTrainer.of(ofKind(job), options.settings());
    TrainingReport report =
        watched
            .map(trainer::withHeldOut)
            .orElse(trainer)
            .train(reading.read(data), targets.targets(), terminal);
    terminal.end();
    format.print(report, report.toString());
    return 0;
  }

  private TrainingJob ofKind(TrainingJob job) {
    TrainingJob kind = family == null ? job : job.withFamily(family);
    return separator == null
        ? kind
        : kind.withConventions(
            PrmConventions.withDefaults().withSeparator(Escapes.resolved(separator)));
  }
}
