package org.prmlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.labeling.HumanLabels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab label human}: two-class labels from human ratings. */
@Command(
    name = "human",
    description = "Make two-class labels of PRM800K's human ratings, neutral ones by a named rule.")
final class LabelHumanCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

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
      paramLabel = "RULE",
      description = "Neutral ratings: as-correct (the paper), as-incorrect (TRL) or drop.")
  @SuppressWarnings("NullAway.Init") // required
  private NeutralRating neutral;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What it did: labels by kind. */
  record Report(int solutions, Map<String, Long> labels, Path out) {}

  @Override
  public Integer call() {
    List<LabeledSolution> labeled =
        reading.read(data).stream().map(s -> HumanLabels.of(s, neutral)).toList();
    PrmlabRecord.write(out, labeled);
    Map<String, Long> counts =
        labeled.stream()
            .flatMap(s -> s.labels(HumanLabels.SOURCE).orElseThrow().values().stream())
            .collect(
                Collectors.groupingBy(
                    l -> l.toString().toLowerCase(Locale.ROOT),
                    TreeMap::new,
                    Collectors.counting()));
    Report report = new Report(labeled.size(), counts, out);
    format.print(
        spec.commandLine().getOut(),
        report,
        "%d solutions, labels %s -> %s".formatted(labeled.size(), counts, out));
    return 0;
  }
}
