package org.prmlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.tabletop.WorldPlan;
import org.prmlab.tabletop.WorldRound;
import org.prmlab.tabletop.WorldShipment;
import org.prmlab.tabletop.WorldShipment.Comparison;
import org.prmlab.tabletop.WorldStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab tabletop rebuild}: everything from seeds. */
@Command(
    name = "rebuild",
    description = {
      "Remake the models, data and results of the tabletop world from their seeds, and compare them"
          + " with those that came with the project.",
      "What the folder holds already is kept: a rebuild that was interrupted goes on."
    })
final class TabletopRebuildCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      defaultValue = "**",
      description = "Only stages whose name matches, e.g. 'world-1/prm/*', and what they need.")
  private String only = "**";

  @Option(
      names = "--round",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "2: the worlds that come with the project (default); 3: the ten worlds that follow them.")
  private int round = 2;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to build (default: target/tabletop, target/tabletop-3).")
  private @Nullable Path out;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Stages side by side, a thread each (default: one a core).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--fresh",
      description = "Make the stages that --only names again, even if they are there.")
  private boolean fresh;

  @Option(names = "--list", description = "Only list the stages, and which are done.")
  private boolean list;

  @Option(
      names = "--ship",
      description = "Replace datasets/tabletop by what was built: for a new version of the world.")
  private boolean ship;

  @Override
  public Integer call() throws IOException {
    Project project = Project.ofEnvironment();
    PrintWriter terminal = spec.commandLine().getOut();
    WorldRound worlds = worlds();
    if (ship && worlds != WorldRound.SECOND) {
      throw new ParameterException(
          spec.commandLine(), "--ship: only worlds of round 2 come with the project");
    }
    Path root = out == null ? project.tabletopBuild(worlds) : out;
    WorldPlan plan = WorldPlan.of(worlds, root);
    List<WorldStage> stages = plan.matching(only);
    if (list) {
      stages.forEach(s -> terminal.printf("%s %s%n", s.isDone() ? "done" : "    ", s.name()));
      terminal.flush();
      return 0;
    }
    if (fresh) {
      for (WorldStage stage : stages) {
        stage.discard();
      }
    }
    TabletopStages.build(stages, jobs, terminal);
    if (worlds != WorldRound.SECOND) {
      terminal.println("nothing to compare with: no world of this round came with this project");
      terminal.flush();
      return 0;
    }
    var shipment = new WorldShipment(project.tabletop());
    if (ship) {
      terminal.printf(
          "shipped: %d files in %s%n", shipment.ship(root), project.shown(project.tabletop()));
      terminal.flush();
      return 0;
    }
    return compare(shipment, root, terminal);
  }

  private WorldRound worlds() {
    return switch (round) {
      case 2 -> WorldRound.SECOND;
      case 3 -> WorldRound.THIRD;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--round %d: expected 2 or 3".formatted(round));
    };
  }

  /** Fails if something differs from what came with the project. */
  private static int compare(WorldShipment shipment, Path root, PrintWriter terminal) {
    if (!Files.exists(shipment.root().resolve(WorldShipment.SUMS))) {
      terminal.println("nothing to compare with: no tabletop world came with this project");
      return 0;
    }
    Map<Comparison, Integer> counts = new EnumMap<>(Comparison.class);
    for (String name : shipment.names()) {
      Comparison comparison = shipment.compare(name, root);
      counts.merge(comparison, 1, Integer::sum);
      if (comparison == Comparison.DIFFERENT) {
        terminal.println("differs: " + name);
      }
    }
    terminal.printf(
        "compared with those that came with the project: %d files the same, %d different, %d not"
            + " built%n",
        counts.getOrDefault(Comparison.SAME, 0),
        counts.getOrDefault(Comparison.DIFFERENT, 0),
        counts.getOrDefault(Comparison.MISSING, 0));
    terminal.flush();
    return counts.containsKey(Comparison.DIFFERENT) ? PrmLab.FAILED : 0;
  }
}
