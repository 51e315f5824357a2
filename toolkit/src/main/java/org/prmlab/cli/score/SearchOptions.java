package org.prmlab.cli.score;

import org.prmlab.data.Aggregation;
import org.prmlab.search.SearchSettings;
import org.prmlab.search.SearchShape;
import picocli.CommandLine.Option;

/** How a search goes. */
public final class SearchOptions {
  @Option(
      names = "--strategy",
      required = true,
      paramLabel = "NAME",
      description =
          "greedy (the paper: the best of N steps, again and again), beam (as"
              + " many paths as --n / --width, with --width candidates each), dvts (--n / --width"
              + " independent greedy trees), or samples (Best-of-N).")
  @SuppressWarnings("NullAway.Init") // required
  private Strategy strategy;

  @Option(
      names = "--n",
      defaultValue = "8",
      paramLabel = "N",
      description = "Steps drawn at every level of a problem (default: ${DEFAULT-VALUE}).")
  private int n;

  @Option(
      names = "--width",
      defaultValue = "4",
      paramLabel = "N",
      description = "Candidates of each path, for beam and dvts (default: ${DEFAULT-VALUE}).")
  private int width;

  @Option(
      names = "--aggregation",
      required = true,
      paramLabel = "NAME",
      description = "What ranks a path by its scores: min, product, last or mean.")
  @SuppressWarnings("NullAway.Init") // required
  private Aggregation aggregation;

  @Option(
      names = "--max-steps",
      defaultValue = "40",
      paramLabel = "N",
      description = "Steps after which a path is given up (default: ${DEFAULT-VALUE}).")
  private int maxSteps;

  @Option(
      names = "--lookahead",
      defaultValue = "0",
      paramLabel = "N",
      description = "Further steps by which a candidate is continued to be scored (default: 0).")
  private int lookahead;

  /** By name on the command line. */
  public enum Strategy {
    GREEDY,
    BEAM,
    DVTS,
    SAMPLES
  }

  SearchSettings settings() {
    return SearchSettings.of(shape(), aggregation).withMaxSteps(maxSteps).withLookahead(lookahead);
  }

  private SearchShape shape() {
    return switch (strategy) {
      case GREEDY -> SearchShape.greedy(n);
      case BEAM -> SearchShape.beam(paths(), width);
      case DVTS -> SearchShape.diverse(paths(), width);
      case SAMPLES -> SearchShape.samples(n);
    };
  }

  private int paths() {
    if (width < 1 || n % width != 0) {
      throw new IllegalArgumentException(
          "--n %d is no multiple of --width %d; choose n = paths x width".formatted(n, width));
    }
    return n / width;
  }
}
