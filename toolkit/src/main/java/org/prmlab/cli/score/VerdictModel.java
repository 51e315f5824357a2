package org.prmlab.cli.score;

import java.util.function.Function;
import org.prmlab.cli.common.PrmOptions;
import org.prmlab.cli.common.RequestOptions;
import org.prmlab.labeling.judge.VerdictFamily;
import org.prmlab.labeling.judge.VerdictScore;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.LocalModel;
import org.prmlab.llm.endpoint.EndpointModel;
import org.prmlab.llm.endpoint.EndpointSettings;

/**
 * The language model that a PRM which writes is.
 *
 * @param name of its scores
 * @param opening makes it, for a family
 * @param window solutions asked about before any is written: many for an endpoint, to keep it busy
 */
record VerdictModel(String name, Function<VerdictFamily, CompletionSource> opening, int window) {

  static VerdictModel behind(RequestOptions requests, String model, VerdictOptions options) {
    EndpointSettings settings =
        EndpointSettings.of(requests.url(), model, options.drawn()).withSeed(options.seed());
    return new VerdictModel(
        model,
        family ->
            EndpointModel.connect(
                options.rule() == VerdictScore.PROBABILITY
                    ? settings.withOddsOf(family.words())
                    : settings,
                requests.limits(),
                requests.key()),
        1000);
  }

  /**
   * @throws IllegalArgumentException if scores are to be probabilities, which only servers send
   */
  static VerdictModel here(PrmOptions prm, VerdictOptions options) {
    if (options.rule() == VerdictScore.PROBABILITY) {
      throw new IllegalArgumentException(
          "a model that runs here gives no token probabilities; take votes (--score-by votes"
              + " --votes N --temperature T), or an endpoint");
    }
    LocalModel.Settings settings =
        LocalModel.Settings.of(options.drawn(), options.seed())
            .withCompute(prm.settings().compute());
    return new VerdictModel(
        String.valueOf(prm.folder().getFileName()),
        family -> LocalModel.load(prm.folder(), settings),
        64);
  }

  CompletionSource open(VerdictFamily family) {
    return opening.apply(family);
  }
}
