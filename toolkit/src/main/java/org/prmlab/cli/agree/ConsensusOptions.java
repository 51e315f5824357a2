package org.prmlab.cli.agree;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.NeutralRating;
import org.prmlab.labeling.AgreementRule;
import org.prmlab.labeling.ConsensusFilter;
import picocli.CommandLine.Option;

/** What the consensus filter reads, how it decides and where it writes. */
public final class ConsensusOptions {
  @Option(
      names = "--mc",
      required = true,
      paramLabel = "FILE",
      description = "The solutions with Monte-Carlo labels.")
  private Path mc = Path.of("");

  @Option(
      names = "--judge",
      required = true,
      paramLabel = "FILE",
      description = "The same solutions with a judge's labels; may be the same file.")
  private Path judge = Path.of("");

  @Option(
      names = "--mc-source",
      defaultValue = "mc",
      paramLabel = "NAME",
      description = "Name of the labels in the first file (default: ${DEFAULT-VALUE}).")
  private String mcSource = "";

  @Option(
      names = "--judge-source",
      defaultValue = "judge",
      paramLabel = "NAME",
      description = "Name of the labels in the second file (default: ${DEFAULT-VALUE}).")
  private String judgeSource = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "What is kept.")
  private Path out = Path.of("");

  @Option(
      names = "--dropped",
      paramLabel = "FILE",
      description = "Also write what is thrown away, open verdicts included.")
  private @Nullable Path dropped;

  @Option(
      names = "--agree-on",
      defaultValue = "first-error",
      paramLabel = "NAME",
      description = "first-error (the paper), every-step, or verdict (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private AgreementRule agreement;

  @Option(
      names = "--threshold",
      defaultValue = "0",
      paramLabel = "X",
      description = "A rollout rate above it is correct (default: ${DEFAULT-VALUE}, the paper's).")
  private double threshold;

  @Option(
      names = "--by",
      paramLabel = "FIELD",
      description = "Also report by this field of the records, such as level.")
  private @Nullable String field;

  public Path mc() {
    return mc;
  }

  public String mcSource() {
    return mcSource;
  }

  public Path judge() {
    return judge;
  }

  public String judgeSource() {
    return judgeSource;
  }

  public Path out() {
    return out;
  }

  public Optional<Path> dropped() {
    return Optional.ofNullable(dropped);
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  public ConsensusFilter filter() {
    return new ConsensusFilter(agreement, new Binarization(threshold, NeutralRating.AS_CORRECT));
  }
}
