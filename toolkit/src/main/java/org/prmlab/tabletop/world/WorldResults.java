package org.prmlab.tabletop.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.tabletop.program.Tier;

/** What came of all tabletop worlds of a folder, read from their result files. */
public final class WorldResults {
  private static final Pattern WORLD = Pattern.compile("world-([1-9][0-9]{0,8})");

  private final List<WorldOutcomes> worlds;

  private WorldResults(List<WorldOutcomes> worlds) {
    this.worlds = List.copyOf(worlds);
  }

  /**
   * The results in a folder, {@code datasets/tabletop} or one that a build made: all reported
   * worlds or, in a folder of development, the worlds that are complete.
   *
   * @throws IllegalArgumentException if it holds none
   */
  public static WorldResults read(Path root) {
    if (!Files.exists(new WorldFolder(root, 1).facts())) {
      return complete(root);
    }
    return new WorldResults(
        IntStream.rangeClosed(1, WorldPlan.WORLDS)
            .mapToObj(number -> new WorldOutcomes(new WorldFolder(root, number)))
            .toList());
  }

  /** {@link #read(Path)} of a folder by its name. */
  public static WorldResults read(String folder) {
    return read(Path.of(folder));
  }

  /**
   * The worlds in a folder that have all their results, be they all worlds or not.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static WorldResults complete(Path root) {
    WorldResults there = withFacts(root);
    List<WorldOutcomes> whole = there.worlds.stream().filter(w -> w.missing().isEmpty()).toList();
    if (whole.isEmpty()) {
      WorldOutcomes first = there.worlds.get(0);
      throw new IllegalArgumentException(
          "%s holds no world with all its results; world %d lacks %s"
              .formatted(root, first.number(), first.missing().get(0)));
    }
    return new WorldResults(whole);
  }

  /**
   * The worlds in a folder whose facts are there, with PRMs or before any is trained.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static WorldResults withFacts(Path root) {
    List<WorldFolder> there =
        numbers(root)
            .filter(number -> Files.exists(new WorldFolder(root, number).facts()))
            .mapToObj(number -> WorldFolder.open(root, number))
            .toList();
    if (there.isEmpty()) {
      throw new IllegalArgumentException(
          "%s holds no results of tabletop worlds; make them with ./prmlab tabletop rebuild"
              .formatted(root));
    }
    return new WorldResults(there.stream().map(WorldOutcomes::new).toList());
  }

  private static IntStream numbers(Path root) {
    if (!Files.isDirectory(root)) {
      return IntStream.empty();
    }
    try (Stream<Path> inside = Files.list(root)) {
      return IntStream.of(
          inside
              .map(path -> WORLD.matcher(path.getFileName().toString()))
              .filter(Matcher::matches)
              .mapToInt(name -> Integer.parseInt(name.group(1)))
              .sorted()
              .toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Only the worlds of these seeds. */
  public WorldResults only(Set<Integer> seeds) {
    return new WorldResults(worlds.stream().filter(w -> seeds.contains(w.seed())).toList());
  }

  /** Each of them, in their order. */
  public List<WorldOutcomes> worlds() {
    return worlds;
  }

  /** What the data of each world say, in their order. */
  public List<WorldFacts> facts() {
    return worlds.stream().map(WorldOutcomes::facts).toList();
  }

  /** What came of a PRM, of its first seed, in each world. */
  public List<PrmOutcome> outcomes(PrmRecipe recipe) {
    return runs(recipe).map(runs -> runs.get(0)).toList();
  }

  private Stream<List<PrmOutcome>> runs(PrmRecipe recipe) {
    return worlds.stream().map(w -> w.runs(recipe));
  }

  /** What came of searches guided by a PRM, in each world. */
  public List<SearchOutcome> searches(PrmRecipe guide) {
    return worlds.stream().map(w -> w.search(guide)).toList();
  }

  /** A quantity of a PRM, mean over its seeds and the tiers, one value a world, in [0, 1]. */
  public List<Double> values(PrmRecipe recipe, ToDoubleFunction<TierOutcome> quantity) {
    return means(recipe, o -> o.mean(quantity));
  }

  /** The same on one tier. */
  public List<Double> values(PrmRecipe recipe, Tier tier, ToDoubleFunction<TierOutcome> quantity) {
    return means(recipe, o -> quantity.applyAsDouble(o.tiers().get(tier.index())));
  }

  private List<Double> means(PrmRecipe recipe, ToDoubleFunction<PrmOutcome> quantity) {
    return runs(recipe)
        .map(runs -> runs.stream().mapToDouble(quantity).average().orElseThrow())
        .toList();
  }
}
