package org.prmlab.cli.tabletop;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Failures;
import org.prmlab.cli.common.Project;
import org.prmlab.tabletop.world.WorldPlan;
import org.prmlab.tabletop.world.WorldShipment;
import org.prmlab.tabletop.world.WorldShipment.Comparison;
import org.prmlab.tabletop.world.WorldStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      names = "--out",
      paramLabel = "DIR",
      description = "Where to build (default: target/tabletop).")
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
    Path root = out == null ? project.tabletopBuild() : out;
    WorldPlan plan = WorldPlan.in(root);
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
    var shipment = new WorldShipment(project.tabletop());
    if (ship) {
      terminal.printf(
          Locale.ROOT,
          "shipped: %d files, %,d bytes in %s%n",
          shipment.ship(root),
          WorldShipment.bytes(root),
          project.shown(project.tabletop()));
      terminal.flush();
      return 0;
    }
    return compare(shipment, root, terminal);
  }

  /** Fails if something differs from what came with the project. */
  private static int compare(WorldShipment shipment, Path root, PrintWriter terminal) {
    Map<Comparison, Integer> counts = new EnumMap<>(Comparison.class);
    List<String> names = new ArrayList<>(shipment.names());
    names.addAll(shipment.keptBack());
    for (String name : names) {
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
    return counts.containsKey(Comparison.DIFFERENT) ? Failures.FAILED : 0;
  }
}
