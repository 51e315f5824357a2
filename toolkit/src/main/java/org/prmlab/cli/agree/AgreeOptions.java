package org.prmlab.cli.agree;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.NeutralRating;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which two sources of labels are compared, and how. */
public final class AgreeOptions {
  @Parameters(index = "0", paramLabel = "A", description = "The first file, with the solutions.")
  @SuppressWarnings("NullAway.Init") // required
  private Path first;

  @Parameters(index = "1", paramLabel = "B", description = "The second file.")
  @SuppressWarnings("NullAway.Init") // required
  private Path second;

  @Option(
      names = "--first",
      paramLabel = "NAME",
      description = "Labels of this source in A (default: its verdicts, else its first source).")
  private @Nullable String firstSource;

  @Option(
      names = "--second",
      paramLabel = "NAME",
      description = "Labels of this source in B (default: its verdicts, else its first source).")
  private @Nullable String secondSource;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      defaultValue = "0",
      description = "Soft labels above it are correct (default: ${DEFAULT-VALUE}, the paper's).")
  private double threshold;

  @Option(
      names = "--neutral",
      paramLabel = "NAME",
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

  public Path first() {
    return first;
  }

  public Path second() {
    return second;
  }

  /** Null for the verdicts, or the first source. */
  @Nullable
  public String firstSource() {
    return firstSource;
  }

  /** Null for the verdicts, or the first source. */
  @Nullable
  public String secondSource() {
    return secondSource;
  }

  public Binarization rule() {
    return new Binarization(threshold, neutral);
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
