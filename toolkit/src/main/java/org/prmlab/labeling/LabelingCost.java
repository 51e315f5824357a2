package org.prmlab.labeling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.labeling.rollout.MonteCarloLabels;
import org.prmlab.labeling.rollout.RolloutStrategy;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.TableRow;

/**
 * What labels took, and what all rollouts from every step would have.
 *
 * @param rollouts drawn
 * @param fullRollouts rollouts of the full sweep
 * @param completionTokens written by the rollouts
 * @param fullCompletionTokens of the full sweep: an estimate, which takes the rollouts not drawn
 *     from a solution to be as long as those that were
 */
public record LabelingCost(
    long rollouts, long fullRollouts, long completionTokens, long fullCompletionTokens)
    implements TableRow {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ResultColumn.count("rollouts", "rollouts"),
          ResultColumn.count("of the full sweep", "full_rollouts"),
          ResultColumn.count("tokens", "completion_tokens"));

  @Override
  public List<ResultColumn> columns() {
    return COLUMNS;
  }

  @Override
  public List<@Nullable Object> cells() {
    return List.of(rollouts, fullRollouts, completionTokens);
  }

  /** As a table of one row. */
  @Override
  public String toString() {
    return table().toString();
  }

  /** The cost of these labels. */
  public static LabelingCost of(List<MonteCarloLabels> labels, RolloutStrategy strategy) {
    long rollouts = 0;
    long full = 0;
    long tokens = 0;
    double fullTokens = 0;
    for (MonteCarloLabels one : labels) {
      long drawn = one.rollouts();
      long all = (long) strategy.rollouts() * one.tallies().size();
      long written = one.usage().completionTokens();
      rollouts += drawn;
      full += all;
      tokens += written;
      fullTokens += drawn == 0 ? 0 : (double) written * all / drawn;
    }
    return new LabelingCost(rollouts, full, tokens, Math.round(fullTokens));
  }

  /** Both together. */
  public LabelingCost plus(LabelingCost other) {
    return new LabelingCost(
        rollouts + other.rollouts,
        fullRollouts + other.fullRollouts,
        completionTokens + other.completionTokens,
        fullCompletionTokens + other.fullCompletionTokens);
  }
}
