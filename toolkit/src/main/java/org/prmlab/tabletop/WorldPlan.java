package org.prmlab.tabletop;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prmlab.model.CheckpointFolder;
import org.prmlab.training.TrainingProgress;

/** Every stage of the tabletop world, in an order in which they can be made. */
public final class WorldPlan {
  /** Worlds with every PRM of the main comparisons. */
  public static final int WORLDS = 5;

  /** Worlds with the sweep over thresholds. */
  public static final int SWEEP_WORLDS = 3;

  private final Path root;
  private final Map<String, WorldStage> stages = new LinkedHashMap<>();

  private WorldPlan(Path root) {
    this.root = root;
    for (int number = 1; number <= WORLDS; number++) {
      addWorld(new WorldFolder(root, number));
    }
    for (int number = 1; number <= SWEEP_WORLDS; number++) {
      WorldFolder world = new WorldFolder(root, number);
      Arrays.stream(PrmRecipe.values())
          .filter(PrmRecipe::isOfSweep)
          .forEach(recipe -> addPrm(world, recipe));
    }
  }

  /** All of it, in this folder. */
  public static WorldPlan in(Path root) {
    return new WorldPlan(root);
  }

  private void addWorld(WorldFolder world) {
    var data = new WorldData(world);
    String prefix = prefix(world);
    addModel(world, WorldModel.JUDGE, List.of());
    addModel(world, WorldModel.WEAKER, List.of());
    addModel(world, WorldModel.POLICY, List.of(prefix + "weaker"));
    List<String> both = List.of(prefix + "weaker", prefix + "policy");
    List<String> marked = List.of(prefix + "policy", "judge");
    List<String> policy = List.of(prefix + "policy");
    add(new WorldStage(prefix + "step-errors", world.stepErrors(), both, data::writeStepErrors));
    add(new WorldStage(prefix + "tuning", world.tuning(), both, data::writeTuning));
    add(new WorldStage(prefix + "best-of-8", world.bestOfEight(), policy, data::writeBestOfEight));
    add(new WorldStage(prefix + "training", world.training(), marked, data::writeTraining));
    add(
        new WorldStage(
            prefix + "facts",
            world.facts(),
            List.of(prefix + "training", prefix + "best-of-8"),
            () -> OutcomeFile.write(world.facts(), WorldFacts.measure(world))));
    Arrays.stream(PrmRecipe.values())
        .filter(recipe -> !recipe.isOfSweep())
        .forEach(recipe -> addPrm(world, recipe));
    for (PrmRecipe recipe : SearchOutcome.GUIDES) {
      add(
          new WorldStage(
              prefix + "search/" + recipe.id(),
              world.search(recipe),
              List.of(prefix + "prm/" + recipe.id()),
              () -> OutcomeFile.write(world.search(recipe), SearchStage.run(world, recipe))));
    }
  }

  private void addModel(WorldFolder world, WorldModel model, List<String> needs) {
    String name = model == WorldModel.JUDGE ? "judge" : prefix(world) + model.id();
    Path made = world.model(model).resolve(CheckpointFolder.PROVENANCE);
    add(new WorldStage(name, made, needs, () -> model.train(world, TrainingProgress.silent())));
  }

  private void addPrm(WorldFolder world, PrmRecipe recipe) {
    String prefix = prefix(world);
    add(
        new WorldStage(
            prefix + "prm/" + recipe.id(),
            world.outcome(recipe),
            List.of(
                prefix + "training",
                prefix + "step-errors",
                prefix + "tuning",
                prefix + "best-of-8"),
            () ->
                OutcomeFile.write(
                    world.outcome(recipe),
                    new PrmStage(world, recipe).run(TrainingProgress.silent()))));
  }

  private static String prefix(WorldFolder world) {
    return "world-" + world.number() + "/";
  }

  private void add(WorldStage stage) {
    stages.putIfAbsent(stage.name(), stage);
  }

  /** The folder of it all. */
  public Path root() {
    return root;
  }

  /** All stages. */
  public List<WorldStage> stages() {
    return List.copyOf(stages.values());
  }

  /**
   * The stages whose name matches, with those that they need and that are not done.
   *
   * @param glob e.g. {@code world-1/prm/*}
   * @throws IllegalArgumentException if none matches
   */
  public List<WorldStage> matching(String glob) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    Set<String> wanted = new LinkedHashSet<>();
    for (WorldStage stage : stages.values()) {
      if (matcher.matches(Path.of(stage.name()))) {
        need(stage, wanted);
      }
    }
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          "no stage of the tabletop world matches '%s'; names are like %s"
              .formatted(glob, "judge, world-1/policy, world-1/training, world-1/prm/mc-hard"));
    }
    List<WorldStage> found = new ArrayList<>(stages());
    found.removeIf(s -> !wanted.contains(s.name()));
    return found;
  }

  private void need(WorldStage stage, Set<String> wanted) {
    wanted.add(stage.name());
    for (String name : stage.needs()) {
      WorldStage needed = stages.get(name);
      if (needed != null && !needed.isDone()) {
        need(needed, wanted);
      }
    }
  }
}
