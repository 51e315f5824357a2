package org.prmlab.evaluation.bestofn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PartSums;
import org.prmlab.stats.Resampling;
import org.prmlab.stats.SparseSum;
import org.prmlab.stats.SumStatistic;

/**
 * Curves of several ways to choose among the same samples; every interval is made from the same
 * draws of problems. Ask first, then {@link #run}, then look at the answers.
 */
public final class BestOfNSurvey {
  private static final SumStatistic SHARE = SumStatistic.share(0, 1);
  private static final SumStatistic CLOSED =
      new SumStatistic(
          n -> {
            double vote = n[1] / n[3];
            double gap = n[2] / n[3] - vote;
            return gap == 0 ? Double.NaN : (n[0] / n[3] - vote) / gap;
          },
          problems -> Optional.empty());

  private final BestOfN of;
  private final Clusters clusters;
  private final Resampling resampling;
  private final SparseSum problems = new SparseSum(); // one each
  private final Map<CandidateColumns, Map<Choice, Chosen>> known = new HashMap<>();

  private record Choice(Selection selection, int k) {}

  /**
   * @param right chances of a right choice, by problem
   * @param error standard error of their mean from drawing subsets
   */
  private record Chosen(SparseSum right, double error) {}

  /**
   * @param of the samples with any scores, since votes and pass@k look at none; and how to measure
   */
  public BestOfNSurvey(BestOfN of) {
    this.of = of;
    this.clusters = of.groups().clusters();
    this.resampling = new Resampling(of.bootstrap(), clusters);
    IntStream.range(0, of.groups().size()).forEach(g -> problems.add(clusters.of(g), 1));
  }

  /**
   * Asks for the accuracy at k = 1, 2, 4, ... and the largest k.
   *
   * @param groups the same samples as those of the survey, with scores of their own
   */
  public Supplier<List<AccuracyAtK>> curve(Selection selection, CandidateColumns groups) {
    int largest = of.largestK();
    List<Supplier<AccuracyAtK>> points = new ArrayList<>();
    for (int k = 1; k < largest; k *= 2) {
      points.add(point(selection, groups, k));
    }
    points.add(point(selection, groups, largest));
    return () -> points.stream().map(Supplier::get).toList();
  }

  Supplier<AccuracyAtK> point(Selection selection, CandidateColumns groups, int k) {
    Chosen chosen = chosen(selection, groups, k);
    List<Optional<Estimate>> accuracy =
        resampling.ask(new PartSums(List.of(chosen.right(), problems)), SHARE);
    SampleChoice choice = SampleChoice.of(of, groups, selection, k);
    return () -> new AccuracyAtK(k, accuracy.get(0).orElseThrow(), chosen.error(), choice);
  }

  /** Asks for {@link BestOfN#gapClosed} of these scores. */
  public Supplier<Optional<Estimate>> gapClosed(CandidateColumns groups, int k) {
    List<Optional<Estimate>> closed =
        resampling.ask(
            new PartSums(
                List.of(
                    chosen(Selection.BEST, groups, k).right(),
                    chosen(Selection.MAJORITY, of.groups(), k).right(),
                    chosen(Selection.ANY, of.groups(), k).right(),
                    problems)),
            CLOSED);
    return () -> closed.get(0);
  }

  /** Draws problems again; the suppliers have their answers then. */
  public void run() {
    resampling.run();
    known.clear();
  }

  private Chosen chosen(Selection selection, CandidateColumns groups, int k) {
    return known
        .computeIfAbsent(groups, g -> new HashMap<>())
        .computeIfAbsent(new Choice(selection, k), c -> choose(c, groups));
  }

  private Chosen choose(Choice choice, CandidateColumns groups) {
    requireAtLeast(choice.k(), groups);
    BestOfN.Way way = of.way();
    List<Expectation> expected =
        IntStream.range(0, groups.size())
            .parallel()
            .mapToObj(g -> choice.selection().at(groups, g, choice.k(), way))
            .toList();
    SparseSum right = new SparseSum();
    for (int g = 0; g < expected.size(); g++) {
      right.add(clusters.of(g), expected.get(g).value());
    }
    double variance =
        expected.stream().mapToDouble(e -> e.standardError() * e.standardError()).sum();
    return new Chosen(right, Math.sqrt(variance) / groups.size());
  }

  private static void requireAtLeast(int k, CandidateColumns groups) {
    if (k < 1 || k > groups.largestK()) {
      for (int g = 0; g < groups.size(); g++) {
        groups.group(g).requireAtLeast(k);
      }
    }
  }
}
