package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.bestofn.Candidate;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.labeling.ConsensusFilter;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import org.prmlab.tabletop.program.Tier;

/**
 * What the data of one world say, before any PRM is trained.
 *
 * @param solutions of training
 * @param kept of these by the consensus filter
 * @param tiers easiest first
 */
public record WorldFacts(int seed, int solutions, int kept, List<TierFacts> tiers) {
  private static final Bootstrap NO_INTERVALS = Bootstrap.withDefaults().withResamples(100);

  public WorldFacts {
    tiers = List.copyOf(tiers);
  }

  /** The unweighted mean over the tiers. */
  public double mean(ToDoubleFunction<TierFacts> quantity) {
    return tiers.stream().mapToDouble(quantity).average().orElseThrow();
  }

  /** Reads what a build wrote. */
  public static WorldFacts read(Path file) {
    return OutcomeFile.read(file, WorldFacts.class);
  }

  public static WorldFacts measure(WorldFolder world) {
    StepDataset training = PrmlabRecord.read(world.training());
    Map<Tier, List<LabeledSolution>> labeled = byTier(training);
    Map<Tier, List<LabeledSolution>> sampled = byTier(PrmlabRecord.read(world.bestOfEight()));
    List<TierFacts> tiers = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      tiers.add(
          facts(labeled.getOrDefault(tier, List.of()), sampled.getOrDefault(tier, List.of())));
    }
    int kept = ConsensusFilter.withDefaults().split(pairs(training.solutions())).kept().size();
    return new WorldFacts(world.seed(), training.size(), kept, tiers);
  }

  private static Map<Tier, List<LabeledSolution>> byTier(StepDataset data) {
    return data.stream().collect(Collectors.groupingBy(s -> Tier.of(s.solution().problem())));
  }

  private static List<LabelPair> pairs(List<LabeledSolution> solutions) {
    return solutions.stream().map(PrmRecipe::pair).toList();
  }

  private static TierFacts facts(List<LabeledSolution> labeled, List<LabeledSolution> sampled) {
    Map<ProblemKey, List<Candidate>> groups = new LinkedHashMap<>();
    for (LabeledSolution sample : sampled) {
      groups
          .computeIfAbsent(sample.solution().problem().key(), key -> new ArrayList<>())
          .add(PrmMeasurement.candidate(sample.solution(), 0));
    }
    List<LabelPair> pairs = pairs(labeled);
    double kept = ConsensusFilter.withDefaults().split(pairs).kept().size();
    return new TierFacts(
        share(sampled, WorldFacts::isRight),
        PrmMeasurement.accuracy(groups, Selection.MAJORITY),
        PrmMeasurement.accuracy(groups, Selection.ANY),
        share(
            sampled.stream().filter(WorldFacts::isRight).toList(),
            LabeledSolution::isCorrectAnswerByWrongProcess),
        Agreement.of(pairs, Binarization.withDefaults(), NO_INTERVALS)
            .steps()
            .kappaIfDefined()
            .map(Estimate::value)
            .orElse(Double.NaN),
        kept / labeled.size(),
        exact(labeled, true, p -> p.first().verdict(Binarization.withDefaults()).orElseThrow()),
        exact(labeled, false, p -> p.first().verdict(Binarization.withDefaults()).orElseThrow()),
        exact(labeled, true, p -> p.second().verdict(Binarization.withDefaults()).orElseThrow()),
        exact(labeled, false, p -> p.second().verdict(Binarization.withDefaults()).orElseThrow()));
  }

  private static boolean isRight(LabeledSolution solution) {
    return solution.solution().finalAnswerCorrect().orElse(false);
  }

  private static double exact(
      List<LabeledSolution> labeled, boolean errors, Function<LabelPair, Verdict> verdict) {
    return share(
        labeled.stream().filter(s -> s.verdict().orElseThrow().hasError() == errors).toList(),
        s -> verdict.apply(PrmRecipe.pair(s)).equals(s.verdict().orElseThrow()));
  }

  private static double share(List<LabeledSolution> of, Predicate<LabeledSolution> what) {
    return (double) of.stream().filter(what).count() / of.size();
  }
}
