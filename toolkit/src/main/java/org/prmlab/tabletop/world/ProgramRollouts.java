package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.prmlab.data.Solution;
import org.prmlab.labeling.rollout.RolloutRequest;
import org.prmlab.labeling.rollout.RolloutSource;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.llm.Samples;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.TextTokenizer;
import org.prmlab.tabletop.program.ProgramTokens;

/**
 * Rollouts of the tabletop world for Monte-Carlo estimation: a policy goes on from the end of a
 * step, a line a step, and the last value is put in a box, which is how final answers are marked.
 * From the last step there is nothing to write: the answer is the one it has.
 */
public final class ProgramRollouts implements RolloutSource, AutoCloseable {
  private final ProgramLines policy;
  private final TextTokenizer tokenizer;
  private final long seed;

  private ProgramRollouts(ProgramLines policy, TextTokenizer tokenizer, long seed) {
    this.policy = policy;
    this.tokenizer = tokenizer;
    this.seed = seed;
  }

  /**
   * Loads a policy.
   *
   * @param folder of a language model of the world
   * @param seed of all rollouts; each depends on the solution, the step and its index alone
   */
  public static ProgramRollouts load(Path folder, double temperature, long seed) {
    SamplingSettings sampling =
        SamplingSettings.withDefaults(ProgramTokens.LINE).withTemperature(temperature);
    return new ProgramRollouts(
        ProgramLines.load(folder, sampling), TextTokenizer.read(folder), seed);
  }

  @Override
  public List<Samples> roll(List<RolloutRequest> requests) {
    return policy.finish(requests.stream().map(this::begun).toList());
  }

  private ProgramLines.Begun begun(RolloutRequest request) {
    Solution solution = request.solution();
    String given =
        solution.steps().subList(0, request.step() + 1).stream()
            .map(step -> " " + step + ProgramTokens.text(ProgramTokens.STEP))
            .collect(Collectors.joining());
    String begin = ProgramTokens.text(ProgramTokens.BEGIN) + " ";
    int[] tokens = tokenizer.encode(begin + solution.problem().text() + given);
    return new ProgramLines.Begun(
        TokenRow.of(tokens, new int[0]),
        solution.steps().size(),
        request.step() + 1,
        SampleSeeds.of(seed, solution.id() + "/step" + request.step()),
        request.samples());
  }

  @Override
  public void close() {
    policy.close();
    tokenizer.close();
  }
}
