package org.prmlab.cli.label;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.TerminalCount;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepLabel;
import org.prmlab.format.FormatException;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.SolutionStream;
import org.prmlab.format.SolutionWriter;
import org.prmlab.format.Unwritable;
import org.prmlab.labeling.HumanLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab label human}: two-class labels from human ratings. */
@Command(
    name = "human",
    description = "Make two-class labels of PRM800K's human ratings, neutral ones by a named rule.")
final class LabelHumanCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Rated solutions: PRM800K, or the toolkit's record of it.")
  private Path data = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out = Path.of("");

  @Option(
      names = "--neutral",
      required = true,
      paramLabel = "NAME",
      description = "Neutral ratings: as-correct (the paper), as-incorrect (TRL) or drop.")
  @SuppressWarnings("NullAway.Init") // required
  private NeutralRating neutral;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What it did: labels by kind. */
  record Report(int solutions, Map<String, Long> labels, Path out) {}

  @Override
  public Integer call() {
    SolutionStream solutions = reading.stream(data, solution -> HumanLabels.of(solution, neutral));
    Map<String, Long> counts = new TreeMap<>();
    try (SolutionStream.Reader reader = solutions.open();
        SolutionWriter writer = SolutionWriter.create(out, new PrmlabRecord());
        var count = new TerminalCount("solutions")) {
      for (int i = 1; reader.hasNext(); i++) {
        LabeledSolution labeled = HumanLabels.of(reader.next(), neutral);
        writer.write(labeled);
        for (StepLabel label : labeled.labels(HumanLabels.SOURCE).orElseThrow().values()) {
          counts.merge(label.toString().toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
        count.accept(i);
      }
      writer.commit();
    } catch (Unwritable e) {
      throw FormatException.of(out.toString(), String.valueOf(e.getMessage()));
    }
    Report report = new Report(solutions.size(), counts, out);
    format.print(report, "%d solutions, labels %s -> %s".formatted(solutions.size(), counts, out));
    return 0;
  }
}
