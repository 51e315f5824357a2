package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.tabletop.program.Tier;

/**
 * What a world is like beside the paper's experiments: who wrote its sets, how wrong the labels
 * are, and how strong its models are. Known before any PRM is trained.
 *
 * @param sets one for each set and each of its generators
 * @param tiers easiest first
 */
public record WorldConditions(int seed, List<Origin> sets, List<TierConditions> tiers) {
  private static final int HELD_OUT = 8; // batches of each tier

  public WorldConditions {
    sets = List.copyOf(sets);
    tiers = List.copyOf(tiers);
  }

  /**
   * The part of a set that one generator wrote. Shares are in [0, 1].
   *
   * @param rightAnswers share of the solutions with the right answer
   * @param rightSteps share of right steps among those up to the first wrong one
   */
  public record Origin(
      String set, String generator, int solutions, double rightAnswers, double rightSteps) {}

  /**
   * One tier. Label noise is that of the training set, at steps up to the first wrong one.
   *
   * @param mcFalseBad right steps from which no rollout reaches the answer, in [0, 1]
   * @param mcFalseGood first wrong steps from which one does
   * @param judgeFalseBad right steps that the judge calls wrong
   * @param judgeFalseGood first wrong steps that it calls right
   * @param policyMarks what the policy loses at the marks of held-out text, nats
   * @param judgeMarks what the judge loses there
   * @param policyResults what the policy loses at the results of right held-out solutions
   * @param judgeResults what the judge loses there
   */
  public record TierConditions(
      double mcFalseBad,
      double mcFalseGood,
      double judgeFalseBad,
      double judgeFalseGood,
      double policyMarks,
      double judgeMarks,
      double policyResults,
      double judgeResults) {}

  /** Reads what a build wrote. */
  public static WorldConditions read(Path file) {
    return OutcomeFile.read(file, WorldConditions.class);
  }

  static WorldConditions measure(WorldFolder world) {
    StepDataset training = PrmlabRecord.read(world.training());
    List<Origin> sets = new ArrayList<>();
    sets.addAll(origins("training", training));
    sets.addAll(origins("human", PrmlabRecord.read(world.human())));
    sets.addAll(origins("step-errors", PrmlabRecord.read(world.stepErrors())));
    sets.addAll(origins("best-of-8", PrmlabRecord.read(world.bestOfEight())));
    sets.addAll(origins("search", PrmlabRecord.read(world.searchSamples())));
    var heldOut = HeldOutText.of(HELD_OUT);
    Path policyFolder = world.model(WorldModel.POLICY);
    List<HeldOutText.Losses> policy = heldOut.losses(policyFolder);
    List<HeldOutText.Losses> judge = heldOut.losses(world.model(WorldModel.JUDGE));
    List<TierConditions> tiers = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      List<LabeledSolution> some =
          training.stream().filter(s -> Tier.of(s.solution().problem()) == tier).toList();
      int i = tier.index();
      tiers.add(
          new TierConditions(
              noise(some, WorldData.MONTE_CARLO, StepLabel.Hard.INCORRECT),
              noise(some, WorldData.MONTE_CARLO, StepLabel.Hard.CORRECT),
              noise(some, WorldData.JUDGE, StepLabel.Hard.INCORRECT),
              noise(some, WorldData.JUDGE, StepLabel.Hard.CORRECT),
              policy.get(i).marks(),
              judge.get(i).marks(),
              policy.get(i).results(),
              judge.get(i).results()));
    }
    return new WorldConditions(world.seed(), sets, tiers);
  }

  private static List<Origin> origins(String set, StepDataset data) {
    Map<String, List<LabeledSolution>> generators =
        data.stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.solution().generator(), LinkedHashMap::new, Collectors.toList()));
    List<Origin> origins = new ArrayList<>();
    generators.forEach(
        (generator, solutions) -> {
          double right =
              solutions.stream()
                  .filter(s -> s.solution().finalAnswerCorrect().orElse(false))
                  .count();
          double steps = solutions.stream().mapToInt(WorldConditions::before).sum();
          double errors = solutions.stream().filter(WorldConditions::hasError).count();
          origins.add(
              new Origin(
                  set,
                  generator,
                  solutions.size(),
                  right / solutions.size(),
                  steps / (steps + errors)));
        });
    return origins;
  }

  private static boolean hasError(LabeledSolution solution) {
    return solution.verdict().orElseThrow().hasError();
  }

  /** Steps before the first wrong one. */
  private static int before(LabeledSolution solution) {
    int steps = solution.solution().steps().size();
    return solution.verdict().orElseThrow().earliestError().orElse(steps);
  }

  /**
   * How often a source gives the wrong label, of the labels it gives: INCORRECT to right steps
   * before the first wrong one, or CORRECT to that.
   */
  private static double noise(List<LabeledSolution> of, String source, StepLabel.Hard wrongLabel) {
    int given = 0;
    int wrong = 0;
    for (LabeledSolution solution : of) {
      List<StepLabel> labels = solution.labels(source).orElseThrow().values();
      int error = before(solution);
      boolean atError = wrongLabel == StepLabel.Hard.CORRECT;
      int from = atError ? error : 0;
      int to = atError ? Math.min(error + 1, labels.size()) : error;
      Predicate<StepLabel.Hard> isWrong = label -> label == wrongLabel;
      for (StepLabel label : labels.subList(from, to)) {
        var hard = label.hard(Binarization.withDefaults());
        given += hard.isPresent() ? 1 : 0;
        wrong += hard.filter(isWrong).isPresent() ? 1 : 0;
      }
    }
    return given == 0 ? Double.NaN : (double) wrong / given;
  }
}
