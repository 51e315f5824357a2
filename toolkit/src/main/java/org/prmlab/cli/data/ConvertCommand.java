package org.prmlab.cli.data;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.TerminalCount;
import org.prmlab.data.NeutralRating;
import org.prmlab.format.Conversion;
import org.prmlab.format.FileConversion;
import org.prmlab.format.RecordFormat;
import org.prmlab.format.UnlabeledStep;
import org.prmlab.format.WritableFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prmlab convert}: one published record format into another. */
@Command(
    name = "convert",
    description = {
      "Write the solutions of a file in another format.",
      "IN is a JSON array, JSONL or Parquet, plain, gzip or zstd, or a folder of such shards; its"
          + " format is told from its first record. OUT is JSONL if its name ends in .jsonl, else"
          + " an indented JSON array; .gz compresses either.",
      "Nothing is lost that no option names: a solution that needs a choice is refused."
    })
public final class ConvertCommand implements Callable<Integer> {
  @Mixin private final ReportFormat report = new ReportFormat();

  @Parameters(index = "0", paramLabel = "IN", description = "File to read.")
  @SuppressWarnings("NullAway.Init")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "File to write.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORMAT",
      description = "Format to write: processbench, math-shepherd, trl, rlhflow, prmlab.")
  @SuppressWarnings("NullAway.Init")
  private WritableFormat to;

  @Option(
      names = "--neutral",
      paramLabel = "NAME",
      description = "What a neutral rating becomes: as-correct (the paper), as-incorrect, drop.")
  private @Nullable NeutralRating neutral;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "A soft label or rollout rate above it is correct, in [0, 1) (the paper: 0).")
  private @Nullable Double threshold;

  @Option(
      names = "--unlabeled",
      paramLabel = "NAME",
      defaultValue = "reject",
      description =
          "What a step without a label becomes: reject (default), as-correct, as-incorrect, or cut"
              + " (the solution ends before it).")
  private UnlabeledStep unlabeled = UnlabeledStep.REJECT;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Whose step labels to write, where a record has several.")
  private @Nullable String source;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Override
  public Integer call() {
    RecordFormat origin = reading.format(in);
    FileConversion.Outcome outcome = run(new FileConversion(in, origin, to, conversion()));
    reading.say(in, outcome.notes());
    ConvertReport result =
        new ConvertReport(
            new ConvertReport.Side(in.toString(), origin.id()),
            new ConvertReport.Side(out.toString(), to.id()),
            !reading.isNamed(),
            outcome.solutions(),
            outcome.rejected(),
            outcome.leftOut(),
            origin.leavesOut());
    report.print(result, result.text());
    return 0;
  }

  private FileConversion.Outcome run(FileConversion conversion) {
    try (var count = new TerminalCount("solutions")) {
      return reading.withBadRecords(bad -> conversion.run(out, bad, count));
    }
  }

  private Conversion conversion() {
    Conversion chosen = Conversion.exact().withUnlabeled(unlabeled);
    chosen = neutral == null ? chosen : chosen.withNeutral(neutral);
    chosen = threshold == null ? chosen : chosen.withThreshold(threshold);
    return source == null ? chosen : chosen.withSource(source);
  }
}
