package org.prmlab.tabletop.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabels;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.labeling.ConsensusFilter;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.model.AdamW;
import org.prmlab.training.LabelsAfterError;
import org.prmlab.training.LearningRate;
import org.prmlab.training.StepTargets;
import org.prmlab.training.TargetKind;
import org.prmlab.training.TrainingSettings;

/** The PRMs of the tabletop world: each is the policy trained on another view of the same data. */
public enum PrmRecipe {
  /** What the exact checker says of the same solutions as the others have. */
  @JsonProperty("TRUTH") // as the files of built worlds have it
  CHECKER(Part.ALL, StepTargets.withDefaults()),
  /**
   * What the exact checker says of solutions by another generator, with the published shares of
   * PRM800K: human annotation.
   */
  HUMAN(Part.HUMAN, StepTargets.withDefaults()),
  /** Monte-Carlo estimation, hard: any of eight rollouts right. */
  MC_HARD(Part.ALL, mc()),
  /** Monte-Carlo estimation, soft: the share of rollouts that are right. */
  MC_SOFT(Part.ALL, mc().withKind(TargetKind.SOFT)),
  /** As hard, with the steps after the first one without a right rollout (Math-Shepherd's way). */
  @JsonProperty("MC_KEEP")
  MC_ALL_STEPS(Part.ALL, mc().withAfterError(LabelsAfterError.KEEP)),
  /** LLM-as-a-judge. */
  JUDGE(Part.ALL, StepTargets.withDefaults().withSource(WorldData.JUDGE)),
  /** Hard labels of the solutions on which both agree about the first error. */
  CONSENSUS_HARD(Part.CONSENSUS, mc()),
  /** Soft labels of the same. */
  CONSENSUS_SOFT(Part.CONSENSUS, mc().withKind(TargetKind.SOFT)),
  /** Hard Monte-Carlo labels of as many solutions, drawn at random. */
  RANDOM_MC(Part.RANDOM, mc()),
  /** The judge's labels of the same random ones. */
  RANDOM_JUDGE(Part.RANDOM, StepTargets.withDefaults().withSource(WorldData.JUDGE)),
  THRESHOLD_1(1),
  THRESHOLD_2(2),
  THRESHOLD_3(3),
  THRESHOLD_4(4),
  THRESHOLD_5(5),
  THRESHOLD_6(6),
  THRESHOLD_7(7);

  private enum Part {
    ALL,
    HUMAN,
    CONSENSUS,
    RANDOM
  }

  private static final int EPOCHS = 4; // over all the data; parts get as many steps
  private static final double EIGHTHS = 8;

  private final Part part;
  private final StepTargets targets;

  PrmRecipe(Part part, StepTargets targets) {
    this.part = part;
    this.targets = targets;
  }

  /** Hard labels at another threshold. */
  PrmRecipe(int eighths) {
    this(
        Part.ALL,
        mc().withBinarization(
                org.prmlab.data.Binarization.withDefaults().withThreshold(eighths / EIGHTHS)));
  }

  private static StepTargets mc() {
    return StepTargets.withDefaults().withSource(WorldData.MONTE_CARLO);
  }

  /** As in file names: {@code mc-hard}. */
  public String id() {
    return switch (this) {
      case CHECKER -> "truth";
      case MC_ALL_STEPS -> "mc-keep";
      default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /** As figures name it. */
  public String label() {
    return switch (this) {
      case CHECKER -> "exact checker";
      case HUMAN -> "human";
      case MC_HARD -> "MC hard";
      case MC_SOFT -> "MC soft";
      case MC_ALL_STEPS -> "MC hard, all steps";
      case JUDGE -> "judge";
      case CONSENSUS_HARD -> "consensus hard";
      case CONSENSUS_SOFT -> "consensus soft";
      case RANDOM_MC -> "random part, MC";
      case RANDOM_JUDGE -> "random part, judge";
      default -> "MC above " + id().substring(id().length() - 1) + "/8";
    };
  }

  /** Whether it belongs to the sweep over thresholds. */
  public boolean isOfSweep() {
    return name().startsWith("THRESHOLD");
  }

  /** What the PRM learns from the solutions. */
  public StepTargets targets() {
    return targets;
  }

  /** The solutions it learns from. */
  public StepDataset part(WorldFolder world, StepDataset all) {
    return switch (part) {
      case ALL -> all;
      case HUMAN -> PrmlabRecord.read(world.human());
      case CONSENSUS -> part(all, consensus(all));
      case RANDOM -> part(all, random(world, all.size(), consensus(all).size()));
    };
  }

  /** As many steps of the optimizer for every recipe. */
  public TrainingSettings settings(StepDataset all, StepDataset part, long seed) {
    int epochs = (int) Math.round((double) EPOCHS * all.size() / part.size());
    return TrainingSettings.withDefaults(seed)
        .withEpochs(epochs)
        .withBatch(32)
        .withRate(LearningRate.withDefaults(3e-4))
        .withHead(1 / 0.3, 0)
        .withAdamW(AdamW.withDefaults().withBeta2(0.98));
  }

  private static StepDataset part(StepDataset all, List<Integer> kept) {
    return new StepDataset(all.card(), kept.stream().map(all.solutions()::get).toList());
  }

  private static List<Integer> consensus(StepDataset all) {
    var filter = ConsensusFilter.withDefaults();
    return IntStream.range(0, all.size())
        .filter(i -> !filter.split(List.of(pair(all.solutions().get(i)))).kept().isEmpty())
        .boxed()
        .toList();
  }

  /** The Monte-Carlo labels and the judge's. */
  static LabelPair pair(LabeledSolution solution) {
    Optional<StepLabels> counts = solution.labels(WorldData.MONTE_CARLO);
    Optional<StepLabels> judged = solution.labels(WorldData.JUDGE);
    return new LabelPair(solution.solution(), counts.orElseThrow(), judged.orElseThrow());
  }

  private static List<Integer> random(WorldFolder world, int size, int count) {
    long seed = SampleSeeds.of(world.seed(), "prm");
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    java.util.Collections.shuffle(order, new Random(SampleSeeds.of(seed, "random part")));
    return order.subList(0, count).stream().sorted().collect(Collectors.toList());
  }
}
