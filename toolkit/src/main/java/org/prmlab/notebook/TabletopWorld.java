package org.prmlab.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.AnnotatedSolutions;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.search.SearchSettings;
import org.prmlab.search.SearchShape;
import org.prmlab.search.StepSearch;
import org.prmlab.tabletop.program.Tier;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.ProgramProposer;
import org.prmlab.tabletop.world.ProgramRollouts;
import org.prmlab.tabletop.world.ProgramSampler;
import org.prmlab.tabletop.world.WorldFolder;
import org.prmlab.tabletop.world.WorldModel;
import org.prmlab.training.PrmTrainer;
import org.prmlab.training.StepTargets;
import org.prmlab.training.TrainingJob;
import org.prmlab.training.TrainingProgress;
import org.prmlab.training.TrainingReport;
import org.prmlab.training.TrainingSettings;

/**
 * A world of the tabletop, opened on a page: its data, its policy and its PRMs. A page keeps it
 * open; a program closes it, and with it the models it has loaded.
 */
public final class TabletopWorld implements AutoCloseable {
  private static final double TEMPERATURE = 0.7; // of rollouts

  private final WorldFolder folder;
  private final Map<PrmRecipe, ProcessRewardModel> prms = new EnumMap<>(PrmRecipe.class);
  private @Nullable ProgramSampler searcher;

  private final List<ProgramRollouts> opened = new ArrayList<>();

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

  /** Solutions that its PRMs were trained on. */
  public StepDataset training() {
    return PrmlabRecord.read(folder.training());
  }

  /** What the sources of labels say of the training solutions: rollouts and judge. */
  public AnnotatedSolutions annotators() {
    return new AnnotatedSolutions(training().solutions());
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
   * Trains a PRM that begins as this world's policy, with one thread, in a new folder for a short
   * time; a bar shows how far it is.
   *
   * @param targets which labels it learns, and how
   */
  public TrainedPrm train(StepDataset data, StepTargets targets, TrainingSettings settings) {
    Path out;
    try {
      out = Files.createTempDirectory("prm").resolve("mine");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TrainingJob job =
        TrainingJob.of(folder.model(WorldModel.POLICY), out)
            .withDevice(ComputeDevice.named("cpu"))
            .withThreads(1);
    List<TrainingProgress.State> states = new ArrayList<>();
    try (ProgressBar bar = ProgressBar.of("training", "steps")) {
      TrainingReport report =
          PrmTrainer.of(job, settings)
              .train(
                  data,
                  targets,
                  state -> {
                    states.add(state);
                    bar.outOf(state.steps()).accept(state.done());
                  });
      return new TrainedPrm(out, report, states);
    }
  }

  /**
   * The policy as it labels steps: rollouts at the temperature of its samples. They stay open with
   * the world.
   *
   * @param model which writes them, the policy for the world's own labels
   * @param seed of all rollouts
   */
  public ProgramRollouts rollouts(WorldModel model, long seed) {
    ProgramRollouts rollouts = ProgramRollouts.load(folder.model(model), TEMPERATURE, seed);
    opened.add(rollouts);
    return rollouts;
  }

  /**
   * The first of the problems that the world's searches were made on.
   *
   * @param problems of each tier, at most 100
   */
  public List<Problem> searchProblems(int problems) {
    return leading(PrmlabRecord.read(folder.searchSamples()), problems).stream()
        .map(s -> s.solution().problem())
        .distinct()
        .toList();
  }

  /**
   * A search guided by a PRM, which ranks paths by the product of their step scores. The weaker
   * policy writes the steps, at temperature 1, as in the paper's Table 8.
   *
   * @param seed of all steps
   */
  public StepSearch search(PrmRecipe guide, SearchShape shape, long seed) {
    return search(guide, SearchSettings.of(shape, Aggregation.PRODUCT), seed);
  }

  /** The same with other settings. */
  public StepSearch search(PrmRecipe guide, SearchSettings settings, long seed) {
    if (searcher == null) {
      searcher = ProgramSampler.ofSearches(folder);
    }
    return StepSearch.of(new ProgramProposer(searcher, seed), prm(guide)::score, settings);
  }

  /** Closes the policy and the PRMs that were loaded. */
  @Override
  public void close() {
    prms.values().forEach(ProcessRewardModel::close);
    prms.clear();
    if (searcher != null) {
      searcher.close();
      searcher = null;
    }
    opened.forEach(ProgramRollouts::close);
    opened.clear();
  }

  /** Solutions with the scores of these PRMs by name, in place of all that they have. */
  public ScoredDataset scored(StepDataset data, PrmRecipe... recipes) {
    List<LabeledSolution> plain = data.stream().map(s -> s.withScores(Map.of())).toList();
    ScoredDataset scored = new ScoredDataset(new StepDataset(data.card(), plain));
    for (PrmRecipe recipe : recipes) {
      scored = scored.with(recipe.id(), prm(recipe).score(data.unlabeled()));
    }
    return scored;
  }
}
