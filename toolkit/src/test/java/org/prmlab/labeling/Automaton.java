package org.prmlab.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.labeling.rollout.RolloutRequest;
import org.prmlab.labeling.rollout.RolloutSource;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;

/**
 * A policy whose chance of reaching the gold answer from each step is known: state k of the
 * automaton, reached after step k, goes on to the answer 1 with that chance and to 0 otherwise.
 */
public final class Automaton implements RolloutSource {
  private final double[] chances;
  private final SplittableRandom random;
  private int rollouts;
  private int requests;

  public Automaton(long seed, double... chances) {
    this.chances = chances.clone();
    this.random = new SplittableRandom(seed);
  }

  public Solution solution() {
    List<String> steps = IntStream.range(0, chances.length).mapToObj(i -> "state " + i).toList();
    return Solution.of("s", new Problem("p", "Which state?", Optional.of("1")), steps);
  }

  @Override
  public List<Samples> roll(List<RolloutRequest> batch) {
    List<Samples> drawn = new ArrayList<>();
    for (RolloutRequest request : batch) {
      List<Completion> completions = new ArrayList<>();
      for (int i = 0; i < request.samples().count(); i++) {
        boolean reached = random.nextDouble() < chances[request.step()];
        completions.add(new Completion("So \\boxed{" + (reached ? 1 : 0) + "}.", End.STOPPED));
      }
      rollouts += completions.size();
      requests++;
      drawn.add(
          new Samples(
              completions, new TokenUsage(1, 5, 4L * completions.size()), Optional.empty()));
    }
    return drawn;
  }

  /** Rollouts drawn so far. */
  public int rollouts() {
    return rollouts;
  }

  public int requests() {
    return requests;
  }
}
