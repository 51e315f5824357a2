package org.prmlab.tabletop.world;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every stage of the tabletop worlds, in an order in which they can be made. */
public final class WorldPlan {
  /** How many worlds are reported. */
  public static final int WORLDS = 10;

  private final Path root;
  private final Map<String, WorldStage> stages = new LinkedHashMap<>();

  private WorldPlan(Path root, List<WorldStage> stages) {
    this.root = root;
    stages.forEach(stage -> this.stages.putIfAbsent(stage.name(), stage));
  }

  /** All reported worlds, in this folder. */
  public static WorldPlan in(Path root) {
    List<WorldStage> stages = new ArrayList<>();
    for (int number = 1; number <= WORLDS; number++) {
      stages.addAll(WorldStages.main(new WorldFolder(root, number)));
    }
    for (int number = 1; number <= WORLDS; number++) {
      stages.addAll(WorldStages.sweep(new WorldFolder(root, number)));
    }
    return new WorldPlan(root, stages);
  }

  /**
   * A world on which the recipe is developed; no reported world has its seed.
   *
   * @param seed 301 to 399
   * @throws IllegalArgumentException if it is another
   */
  public static WorldPlan development(Path root, int seed) {
    if (!WorldFolder.isDevelopment(seed)) {
      throw new IllegalArgumentException(
          "seed %d is none of development; expected 301 to 399".formatted(seed));
    }
    var world = new WorldFolder(root, seed);
    List<WorldStage> stages = new ArrayList<>(WorldStages.main(world));
    stages.addAll(WorldStages.sweep(world));
    return new WorldPlan(root, stages);
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
