package org.prmlab.cli.score;

import org.prmlab.cli.common.SamplingOptions;
import org.prmlab.labeling.judge.VerdictScore;
import org.prmlab.model.SamplingSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a PRM that writes its verdicts is asked, and what its scores are made of. */
final class VerdictOptions {
  static final String[] NAMES = {
    "--votes", "--score-by", "--temperature", "--top-p", "--top-k", "--max-new-tokens", "--seed"
  };

  private static final double TEMPERATURE = 0; // where none was given

  @Option(
      names = "--votes",
      defaultValue = "1",
      paramLabel = "N",
      description = "Outputs of a PRM that writes (genprm, thinkprm, stepwiser) (default: 1).")
  private int votes;

  @Option(
      names = "--score-by",
      defaultValue = "votes",
      paramLabel = "votes|probability",
      description =
          "Its score: the share of outputs that say right, or the probability of that verdict's"
              + " token, which an endpoint must send (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private VerdictScore rule;

  @Mixin private final SamplingOptions sampling = new SamplingOptions();

  int votes() {
    return votes;
  }

  VerdictScore rule() {
    return rule;
  }

  long seed() {
    return sampling.seed();
  }

  /**
   * How tokens are drawn.
   *
   * @throws IllegalArgumentException if several votes would all be the same
   */
  SamplingSettings drawn() {
    SamplingSettings drawn = sampling.sampling(TEMPERATURE);
    if (votes > 1 && drawn.temperature() == 0) {
      throw new IllegalArgumentException(
          votes + " votes at temperature 0 are all the same; set --temperature, e.g. 0.7");
    }
    return drawn;
  }
}
