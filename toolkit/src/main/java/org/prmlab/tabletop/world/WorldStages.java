package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.training.TrainingProgress;

/** The stages of one world, in an order in which they can be made. */
final class WorldStages {
  /** PRMs that are trained from two seeds. */
  private static final List<PrmRecipe> TWICE =
      List.of(PrmRecipe.HUMAN, PrmRecipe.MC_HARD, PrmRecipe.JUDGE, PrmRecipe.CONSENSUS_HARD);

  private final WorldFolder world;
  private final String prefix;
  private final List<WorldStage> stages = new ArrayList<>();

  private WorldStages(WorldFolder world) {
    this.world = world;
    this.prefix = "world-" + world.number() + "/";
  }

  /** Models, data, facts, the PRMs of the main comparisons, and searches. */
  static List<WorldStage> main(WorldFolder world) {
    var stages = new WorldStages(world);
    stages.addData();
    recipes().filter(r -> !r.isOfSweep()).forEach(r -> stages.addPrm(PrmRun.first(r)));
    TWICE.forEach(r -> stages.addPrm(new PrmRun(r, 2)));
    stages.addSearches();
    return stages.stages;
  }

  /** The PRMs of the sweep over thresholds. */
  static List<WorldStage> sweep(WorldFolder world) {
    var stages = new WorldStages(world);
    recipes().filter(PrmRecipe::isOfSweep).forEach(r -> stages.addPrm(PrmRun.first(r)));
    return stages.stages;
  }

  /** The trainings of a recipe in a world. */
  public static List<PrmRun> runs(PrmRecipe recipe) {
    return TWICE.contains(recipe)
        ? List.of(PrmRun.first(recipe), new PrmRun(recipe, 2))
        : List.of(PrmRun.first(recipe));
  }

  private static Stream<PrmRecipe> recipes() {
    return Arrays.stream(PrmRecipe.values());
  }

  private void addData() {
    var data = new WorldData(world, SetSizes.asReported());
    addModel(WorldModel.WEAKER);
    addModel(WorldModel.POLICY, prefix + "weaker");
    addModel(WorldModel.ANNOTATED);
    String[] both = {prefix + "weaker", prefix + "policy"};
    String[] three = {prefix + "weaker", prefix + "policy", "judge"};
    add("rollouts", world.rollouts(), data::writeRollouts, both);
    add("best-of-8", world.bestOfEight(), data::writeBestOfEight, prefix + "policy");
    add("search-samples", world.searchSamples(), data::writeSearchSamples, prefix + "weaker");
    add("human", world.human(), data::writeHuman, "annotated");
    addModel(WorldModel.JUDGE);
    add("training", world.training(), data::writeTraining, prefix + "rollouts", "judge");
    add("step-errors", world.stepErrors(), data::writeStepErrors, three);
    add("tuning", world.tuning(), data::writeTuning, three);
    addFacts();
    String[] all = {
      prefix + "training",
      prefix + "human",
      prefix + "step-errors",
      prefix + "best-of-8",
      prefix + "search-samples"
    };
    Runnable measure = () -> OutcomeFile.write(world.conditions(), WorldConditions.measure(world));
    add("conditions", world.conditions(), measure, all);
  }

  private void addFacts() {
    Runnable measure = () -> OutcomeFile.write(world.facts(), WorldFacts.measure(world));
    add("facts", world.facts(), measure, prefix + "training", prefix + "best-of-8");
  }

  private void addSearches() {
    for (PrmRecipe recipe : SearchOutcome.GUIDES) {
      Runnable search =
          () -> OutcomeFile.write(world.search(recipe), SearchStage.run(world, recipe));
      add(
          "search/" + recipe.id(),
          world.search(recipe),
          search,
          prefix + "prm/" + recipe.id(),
          prefix + "search-samples");
    }
  }

  private void addModel(WorldModel model, String... needs) {
    String name = model.isShared() ? model.id() : prefix + model.id();
    stages.add(
        new WorldStage(
            name,
            world.model(model).resolve(CheckpointFolder.PROVENANCE),
            List.of(needs),
            () -> model.train(world, TrainingProgress.silent())));
  }

  private void addPrm(PrmRun run) {
    List<String> needs =
        new ArrayList<>(
            List.of(
                prefix + "training",
                prefix + "step-errors",
                prefix + "tuning",
                prefix + "best-of-8"));
    if (run.recipe() == PrmRecipe.HUMAN) {
      needs.add(prefix + "human");
    }
    Runnable train =
        () ->
            OutcomeFile.write(
                world.outcome(run), new PrmStage(world, run).make(TrainingProgress.silent()));
    add("prm/" + run.id(), world.outcome(run), train, needs.toArray(String[]::new));
  }

  private void add(String name, java.nio.file.Path result, Runnable work, String... needs) {
    stages.add(new WorldStage(prefix + name, result, List.of(needs), work));
  }
}
