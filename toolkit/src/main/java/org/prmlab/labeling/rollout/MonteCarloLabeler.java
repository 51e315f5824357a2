package org.prmlab.labeling.rollout;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.data.Solution;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;

/**
 * Labels steps by how often completions from there reach the gold answer (the paper, sections 2.1
 * and 3.1; Wang et al. 2023, Math-Shepherd).
 *
 * <p>Such a label says how promising a step is, not whether it is right: a wrong step may be
 * repaired, and a right one may be followed by mistakes. Rollouts without a verdict (cut off,
 * without an answer, or with one that cannot be compared) do not count against it; a step of which
 * too few have one stays unlabeled ({@link RolloutBudget#minDecided}).
 */
public final class MonteCarloLabeler {
  private final RolloutSource source;
  private final RolloutStrategy strategy;
  private final AnswerComparison comparison;
  private int lastValues;

  private MonteCarloLabeler(
      RolloutSource source, RolloutStrategy strategy, AnswerComparison comparison) {
    this.source = source;
    this.strategy = strategy;
    this.comparison = comparison;
  }

  /** With the default comparison of answers. */
  public static MonteCarloLabeler of(RolloutSource source, RolloutStrategy strategy) {
    return new MonteCarloLabeler(source, strategy, AnswerComparison.withDefaults());
  }

  /** This labeler with another comparison of answers. */
  public MonteCarloLabeler withComparison(AnswerComparison comparison) {
    return new MonteCarloLabeler(source, strategy, comparison);
  }

  /**
   * The labels of every solution, in order.
   *
   * @throws IllegalArgumentException if a problem has no gold answer; before anything is drawn
   */
  public List<MonteCarloLabels> label(List<Solution> solutions) {
    return label(solutions, done -> {});
  }

  /**
   * The labels of every solution, in order.
   *
   * @param progress hears after every round how many are done
   */
  public List<MonteCarloLabels> label(List<Solution> solutions, IntConsumer progress) {
    List<Work> all = solutions.stream().map(Work::new).toList();
    List<Work> open = all;
    while (!open.isEmpty()) {
      List<RolloutRequest> requests = open.stream().flatMap(w -> w.next().stream()).toList();
      Iterator<Samples> drawn = source.roll(requests).iterator();
      for (Work work : open) {
        work.next().forEach(request -> work.take(request.step(), drawn.next()));
      }
      open = open.stream().filter(w -> !w.next().isEmpty()).toList();
      progress.accept(solutions.size() - open.size());
    }
    lastValues += all.stream().mapToInt(w -> w.check.lastValues()).sum();
    return all.stream().map(Work::labels).toList();
  }

  /**
   * How many rollouts so far name no answer, so that their last formula or number was taken for it.
   */
  public int lastValues() {
    return lastValues;
  }

  /** One solution while it is labeled. */
  private final class Work {
    private final Solution solution;
    private final RolloutCheck check;
    private final List<RolloutCounts> tallies = new ArrayList<>();
    private TokenUsage usage = TokenUsage.none();
    private Optional<String> missing = Optional.empty();

    Work(Solution solution) {
      this.solution = solution;
      this.check = new RolloutCheck(solution, comparison);
      solution.steps().forEach(s -> tallies.add(RolloutCounts.none()));
    }

    /** Nothing if the labels are made, or cannot be. */
    List<RolloutRequest> next() {
      return missing.isPresent()
          ? List.of()
          : strategy.next(tallies).stream()
              .map(d -> new RolloutRequest(solution, d.step(), d.samples()))
              .toList();
    }

    private void take(int step, Samples drawn) {
      RolloutCounts tally = tallies.get(step);
      for (Completion rollout : drawn.completions()) {
        tally = tally.plus(check.of(step, rollout).tally());
      }
      tallies.set(step, tally);
      usage = usage.plus(drawn.usage());
      missing = missing.or(drawn::missing);
    }

    MonteCarloLabels labels() {
      return new MonteCarloLabels(solution, tallies, strategy.labels(tallies), usage, missing);
    }
  }
}
