package org.prmlab.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.ProgramProposer;
import org.prmlab.tabletop.world.ProgramSampler;
import org.prmlab.tabletop.world.WorldFolder;
import org.prmlab.tabletop.world.WorldModel;

/**
 * A world of the tabletop, opened on a page: its data, its policy and its PRMs. A page keeps it
 * open; a program closes it, and with it the models it has loaded.
 */
public final class TabletopWorld implements AutoCloseable {
  private static final double TEMPERATURE = 0.7; // of all its samples

  private final WorldFolder folder;
  private final Map<PrmRecipe, ProcessRewardModel> prms = new EnumMap<>(PrmRecipe.class);
  private final Map<WorldModel, ProgramSampler> samplers = new EnumMap<>(WorldModel.class);

  private TabletopWorld(WorldFolder folder) {
    this.folder = folder;
  }

  /**
   * Opens a world. Its policy and its PRMs compute with one thread, so that a page shows the same
   * numbers on any number of cores; nothing else does.
   *
   * @param root folder of all worlds, {@code ../datasets/tabletop} for a notebook
   * @param number of the world, from 1
   */
  public static TabletopWorld open(String root, int number) {
    return new TabletopWorld(WorldFolder.open(Path.of(root), number));
  }

  /** Where its files lie. */
  public WorldFolder folder() {
    return folder;
  }

  /** The PRM that stands for human annotation in this world. */
  public PrmRecipe human() {
    return PrmRecipe.human(folder.round());
  }

  /** Solutions that its PRMs were trained on. */
  public StepDataset training() {
    return PrmlabRecord.read(folder.training());
  }

  /** Solutions to find errors in, as many wrong as right ones of each tier. */
  public StepDataset stepErrors() {
    return PrmlabRecord.read(folder.stepErrors());
  }

  /** The same of other problems, to tune thresholds on. */
  public StepDataset tuning() {
    return PrmlabRecord.read(folder.tuning());
  }

  /**
   * Eight solutions by the policy of each of several problems.
   *
   * @param problems of each tier, at most 400
   */
  public StepDataset bestOfEight(int problems) {
    return leading(PrmlabRecord.read(folder.bestOfEight()), problems);
  }

  /** The solutions of the first so many problems of each tier. */
  public static StepDataset leading(StepDataset data, int problems) {
    Map<Tier, Set<ProblemKey>> taken = new EnumMap<>(Tier.class);
    List<LabeledSolution> kept = new ArrayList<>();
    for (LabeledSolution one : data.solutions()) {
      Problem problem = one.solution().problem();
      Set<ProblemKey> keys = taken.computeIfAbsent(Tier.of(problem), t -> new HashSet<>());
      if (keys.contains(problem.key()) || keys.size() < problems) {
        keys.add(problem.key());
        kept.add(one);
      }
    }
    return new StepDataset(data.card(), kept);
  }

  /** A PRM, loaded once; it stays open with the world. */
  public ProcessRewardModel prm(PrmRecipe recipe) {
    return prms.computeIfAbsent(recipe, r -> prm(folder.prm(r)));
  }

  /** A PRM of another folder, loaded as the world's are; the caller closes it. */
  public ProcessRewardModel prm(Path prm) {
    ComputeSettings compute =
        ComputeSettings.withDefaults()
            .withDevice("cpu")
            .withPrecision(Precision.FLOAT32)
            .withThreads(1);
    return ProcessRewardModel.load(prm, PrmSettings.withDefaults().withCompute(compute));
  }

  /**
   * The policy, one step at a time, for searches.
   *
   * @param seed of all its steps
   */
  public ProgramProposer policy(long seed) {
    return new ProgramProposer(
        samplers.computeIfAbsent(
            WorldModel.POLICY, m -> ProgramSampler.load(folder.model(m), TEMPERATURE)),
        seed);
  }

  /** Closes the policy and the PRMs that were loaded. */
  @Override
  public void close() {
    prms.values().forEach(ProcessRewardModel::close);
    prms.clear();
    samplers.values().forEach(ProgramSampler::close);
    samplers.clear();
  }

  /** The solutions with a PRM's scores, beside the truth. */
  public static List<ScoredSolution> scored(ProcessRewardModel prm, StepDataset data) {
    List<StepScores> scores = prm.score(data.stream().map(LabeledSolution::solution).toList());
    List<ScoredSolution> scored = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      scored.add(
          new ScoredSolution(scores.get(i), data.solutions().get(i).verdict().orElseThrow()));
    }
    return scored;
  }

  /** The same solutions, each with the scores of these PRMs by name, in place of all it has. */
  public StepDataset withScores(StepDataset data, List<PrmRecipe> recipes) {
    List<LabeledSolution> scored = new ArrayList<>();
    data.stream().forEach(s -> scored.add(s.withScores(Map.of())));
    for (PrmRecipe recipe : recipes) {
      List<StepScores> all =
          prm(recipe).score(data.stream().map(LabeledSolution::solution).toList());
      for (int i = 0; i < all.size(); i++) {
        List<Double> values = all.get(i).values().boxed().toList();
        scored.set(i, scored.get(i).withScores(recipe.id(), values, all.get(i).meaning()));
      }
    }
    return new StepDataset(data.card(), scored);
  }
}
