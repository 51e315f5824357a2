package org.prmlab.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.prmlab.data.StepLabel.Rating;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Means;
import org.prmlab.stats.Statistic;

/**
 * AgentProcessBench's measures of ratings -1, 0 and 1. Trajectories of one question are drawn again
 * together.
 *
 * @param stepAccuracy share of steps with the same rating, over the steps of all trajectories
 * @param firstErrorAccuracy share of trajectories whose first negative step is the same, or that
 *     have none and are said to have none
 * @param recall of each rating that occurs, the share of steps with it that are rated so
 * @param steps how many
 * @param unread ratings that are missing; each counts as no match
 * @see <a href="https://arxiv.org/abs/2603.14465">AgentProcessBench, section 4; eval/compare.py at
 *     96bcf8a of its repository</a>
 */
public record ThreeWayScore(
    Optional<Estimate> stepAccuracy,
    Optional<Estimate> firstErrorAccuracy,
    Map<Rating, Estimate> recall,
    int steps,
    int unread) {

  /** The measures of these trajectories. */
  public static ThreeWayScore of(List<RatedTrajectory> trajectories, Bootstrap bootstrap) {
    Clusters clusters = Clusters.by(trajectories.stream().map(RatedTrajectory::question).toList());
    double[] same = trajectories.stream().mapToDouble(t -> t.hasSameFirstError() ? 1 : 0).toArray();
    Map<Rating, Estimate> recall = new EnumMap<>(Rating.class);
    for (Rating rating : Rating.values()) {
      bootstrap
          .intervalIfDefined(
              clusters, share(trajectories, t -> t.matches(rating), t -> t.count(rating)))
          .ifPresent(i -> recall.put(rating, i));
    }
    return new ThreeWayScore(
        bootstrap.intervalIfDefined(
            clusters, share(trajectories, RatedTrajectory::matches, t -> t.truth().size())),
        bootstrap.intervalIfDefined(clusters, weights -> Means.weighted(same, weights)),
        recall,
        trajectories.stream().mapToInt(t -> t.truth().size()).sum(),
        (int)
            trajectories.stream()
                .flatMap(t -> t.called().stream())
                .filter(Optional::isEmpty)
                .count());
  }

  private static Statistic share(
      List<RatedTrajectory> trajectories,
      ToIntFunction<RatedTrajectory> part,
      ToIntFunction<RatedTrajectory> whole) {
    int[] parts = trajectories.stream().mapToInt(part).toArray();
    int[] wholes = trajectories.stream().mapToInt(whole).toArray();
    return weights -> {
      long sum = 0;
      long of = 0;
      for (int i = 0; i < parts.length; i++) {
        sum += (long) weights[i] * parts[i];
        of += (long) weights[i] * wholes[i];
      }
      return (double) sum / of;
    };
  }
}
