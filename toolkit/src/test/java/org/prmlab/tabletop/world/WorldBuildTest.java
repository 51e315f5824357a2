package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.model.engine.EngineThreads;

class WorldBuildTest {
  @TempDir private Path folder;

  private final List<String> made = Collections.synchronizedList(new ArrayList<>());

  private WorldStage stage(String name, String... needs) {
    Path result = folder.resolve(name);
    return new WorldStage(
        name,
        result,
        List.of(needs),
        () -> {
          for (String need : needs) {
            assertTrue(Files.exists(folder.resolve(need)), need + " comes before " + name);
          }
          write(result);
          made.add(name);
        });
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "made");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aStageIsMadeAfterThoseItNeeds(int lanes) {
    var stages = List.of(stage("c", "a", "b"), stage("b", "a"), stage("a"), stage("d"));
    List<Integer> done = new ArrayList<>();
    assertEquals(4, WorldBuild.run(stages, lanes, (s, took, n, of) -> done.add(n)));
    assertEquals(List.of(1, 2, 3, 4), done);
  }

  /** A stage that computes is on a processor; one that only waits for others is not. */
  @Test
  void theTimeOnAProcessorIsToldBesideTheWholeTime() {
    List<WorldBuild.Took> took = new ArrayList<>();
    double[] sum = new double[1];
    var busy =
        new WorldStage(
            "busy",
            folder.resolve("busy"),
            List.of(),
            () -> {
              for (int i = 0; i < 3_000_000; i++) {
                sum[0] += Math.sqrt(i);
              }
            });
    WorldBuild.run(List.of(busy), 1, (stage, t, n, of) -> took.add(t));
    assertTrue(sum[0] > 0 && took.get(0).processor().toNanos() > 0, took.toString());
    assertTrue(took.get(0).processor().toMillis() <= took.get(0).wall().toMillis() + 20);
  }

  /** Whatever a stage computes with all threads it may use, it uses one: so bytes are the same. */
  @Test
  void nothingThatAStageStartsMayUseMoreThanOneThread() {
    int before = EngineThreads.all();
    List<Integer> threads = Collections.synchronizedList(new ArrayList<>());
    List<WorldStage> stages = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path result = folder.resolve("stage-" + i);
      stages.add(
          new WorldStage(
              "stage-" + i,
              result,
              List.of(),
              () -> {
                threads.add(EngineThreads.all());
                write(result);
              }));
    }
    WorldBuild.run(stages, 2, (s, took, n, of) -> {});
    assertEquals(List.of(1, 1, 1, 1), threads);
    assertEquals(before, EngineThreads.all());
  }

  @Test
  void whatIsThereIsLeftAsItIs() {
    write(folder.resolve("a"));
    assertEquals(
        1, WorldBuild.run(List.of(stage("a"), stage("b", "a")), 2, (s, took, n, of) -> {}));
    assertEquals(List.of("b"), made);
  }

  @Test
  void aFailureEndsTheBuildAndIsTold() {
    var broken =
        new WorldStage(
            "a",
            folder.resolve("a"),
            List.of(),
            () -> {
              throw new IllegalStateException("no luck");
            });
    var error =
        assertThrows(
            IllegalStateException.class,
            () -> WorldBuild.run(List.of(broken, stage("b", "a")), 2, (s, took, n, of) -> {}));
    assertEquals("no luck", error.getMessage());
    assertFalse(Files.exists(folder.resolve("b")));
  }

  @Test
  void namesChooseStagesAndWhatTheyNeed() {
    List<String> names =
        WorldPlan.in(folder).matching("world-2/prm/truth").stream().map(WorldStage::name).toList();
    assertEquals(
        List.of(
            "judge",
            "world-2/weaker",
            "world-2/policy",
            "world-2/rollouts",
            "world-2/best-of-8",
            "world-2/training",
            "world-2/step-errors",
            "world-2/tuning",
            "world-2/prm/truth"),
        names);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> WorldPlan.in(folder).matching("world-11/*"));
    assertTrue(String.valueOf(error.getMessage()).contains("no stage"), error.getMessage());
  }

  @Test
  void thereAreTenWorldsWithEveryThresholdAndPairedSeeds() {
    List<String> names = WorldPlan.in(folder).stages().stream().map(WorldStage::name).toList();
    for (int number = 1; number <= 10; number++) {
      for (String prm :
          List.of(
              "human",
              "human-run-2",
              "mc-hard-run-2",
              "judge-run-2",
              "consensus-hard-run-2",
              "truth",
              "threshold-1",
              "threshold-7")) {
        assertTrue(names.contains("world-" + number + "/prm/" + prm), number + " " + prm);
      }
    }
    assertEquals(1, names.stream().filter("judge"::equals).count(), "all worlds share the judge");
  }

  @Test
  void worldsOfDevelopmentHaveSeedsThatNoReportedWorldHas() {
    assertEquals(401, new WorldFolder(folder, 1).seed());
    assertEquals(410, new WorldFolder(folder, 10).seed());
    assertEquals(305, new WorldFolder(folder, 305).seed());
    assertEquals(300, new WorldFolder(folder, 305).sharedSeed());
    assertEquals(400, new WorldFolder(folder, 10).sharedSeed());
    List<String> facts =
        WorldPlan.development(folder, 305).matching("world-305/{facts,conditions}").stream()
            .map(WorldStage::name)
            .toList();
    assertTrue(facts.contains("judge") && facts.contains("world-305/human"), facts.toString());
    assertFalse(facts.stream().anyMatch(n -> n.contains("/prm/")), facts.toString());
    var error =
        assertThrows(IllegalArgumentException.class, () -> WorldPlan.development(folder, 401));
    assertEquals("seed 401 is none of development; expected 301 to 399", error.getMessage());
  }

  @Test
  void runsOfAPrmAreCountedFrom1() {
    assertEquals("mc-hard", new PrmRun(PrmRecipe.MC_HARD, 1).id());
    assertEquals("mc-hard-run-2", new PrmRun(PrmRecipe.MC_HARD, 2).id());
    var error =
        assertThrows(IllegalArgumentException.class, () -> new PrmRun(PrmRecipe.MC_HARD, 0));
    assertEquals("run 0; runs are counted from 1", error.getMessage());
  }

  @Test
  void aStageMadeAgainIsRemovedFirst() throws IOException {
    var plan = WorldPlan.in(folder);
    var world = new WorldFolder(folder, 1);
    WorldStage policy = plan.matching("world-1/policy").get(1);
    Files.createDirectories(world.model(WorldModel.POLICY));
    write(policy.result());
    assertTrue(policy.isDone());
    policy.discard();
    assertFalse(Files.exists(world.model(WorldModel.POLICY)));
    policy.discard();
  }
}
