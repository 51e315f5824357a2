package org.prmlab.cli.tabletop;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Project;
import org.prmlab.tabletop.world.TierFacts;
import org.prmlab.tabletop.world.WorldConditions;
import org.prmlab.tabletop.world.WorldConditions.Origin;
import org.prmlab.tabletop.world.WorldConditions.TierConditions;
import org.prmlab.tabletop.world.WorldFacts;
import org.prmlab.tabletop.world.WorldFolder;
import org.prmlab.tabletop.world.WorldPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab tabletop develop}: a world to choose the recipe on. */
@Command(
    name = "develop",
    description = {
      "Make a world that is never reported, and print what its data say beside"
          + " the paper's conditions.",
      "A stage that is there is kept: a run that was interrupted goes on."
    })
final class TabletopDevelopCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--seed",
      paramLabel = "N",
      required = true,
      description = "Seed of the world, 301 to 399; reported worlds have others.")
  private int seed;

  @Option(names = "--facts-only", description = "Stop before any PRM is trained.")
  private boolean factsOnly;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to build (default: target/tabletop/development).")
  private @Nullable Path out;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Stages side by side, a thread each (default: 1).")
  private int jobs = 1;

  @Override
  public Integer call() {
    PrintWriter terminal = spec.commandLine().getOut();
    Path root = out == null ? Project.ofEnvironment().tabletopBuild().resolve("development") : out;
    WorldPlan plan = plan(root);
    String world = "world-" + seed + "/";
    TabletopStages.build(
        plan.matching(factsOnly ? world + "{facts,conditions,tuning}" : world + "**"),
        jobs,
        terminal);
    print(new WorldFolder(root, seed), terminal);
    return 0;
  }

  private WorldPlan plan(Path root) {
    try {
      return WorldPlan.development(root, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--seed: " + e.getMessage(), e);
    }
  }

  private static void print(WorldFolder world, PrintWriter terminal) {
    if (!Files.exists(world.facts()) || !Files.exists(world.conditions())) {
      return;
    }
    WorldFacts facts = WorldFacts.read(world.facts());
    WorldConditions conditions = WorldConditions.read(world.conditions());
    terminal.printf(
        Locale.ROOT,
        "kept by the consensus: %d of %d (%.0f %%)%n",
        facts.kept(),
        facts.solutions(),
        100.0 * facts.kept() / facts.solutions());
    List<TierFacts> tiers = facts.tiers();
    percent(terminal, "pass@1", tiers, TierFacts::single);
    percent(terminal, "maj@8", tiers, TierFacts::majority);
    percent(terminal, "pass@8", tiers, TierFacts::any);
    percent(terminal, "flawed", tiers, TierFacts::flawed);
    percent(terminal, "kept", tiers, TierFacts::kept);
    percent(terminal, "kappa x 100", tiers, TierFacts::kappa);
    List<TierConditions> labels = conditions.tiers();
    percent(terminal, "MC false bad", labels, TierConditions::mcFalseBad);
    percent(terminal, "MC false good", labels, TierConditions::mcFalseGood);
    percent(terminal, "judge false bad", labels, TierConditions::judgeFalseBad);
    percent(terminal, "judge false good", labels, TierConditions::judgeFalseGood);
    percent(terminal, "MC cleared", tiers, TierFacts::mcCleared);
    percent(terminal, "MC located", tiers, TierFacts::mcLocated);
    percent(terminal, "judge cleared", tiers, TierFacts::judgeCleared);
    percent(terminal, "judge located", tiers, TierFacts::judgeLocated);
    row(terminal, "policy mark loss", "%8.2f", labels, TierConditions::policyMarks);
    row(terminal, "judge mark loss", "%8.2f", labels, TierConditions::judgeMarks);
    row(terminal, "policy result loss", "%8.2f", labels, TierConditions::policyResults);
    row(terminal, "judge result loss", "%8.2f", labels, TierConditions::judgeResults);
    for (Origin set : conditions.sets()) {
      terminal.printf(
          Locale.ROOT,
          "%s by %s: %d solutions, right answers %.0f %%, right steps %.0f %%%n",
          set.set(),
          set.generator(),
          set.solutions(),
          100 * set.rightAnswers(),
          100 * set.rightSteps());
    }
    terminal.flush();
  }

  private static <T> void percent(
      PrintWriter terminal, String name, List<T> tiers, ToDoubleFunction<T> share) {
    row(terminal, name + ", %", "%8.0f", tiers, tier -> 100 * share.applyAsDouble(tier));
  }

  private static <T> void row(
      PrintWriter terminal,
      String name,
      String format,
      List<T> tiers,
      ToDoubleFunction<T> quantity) {
    String numbers =
        tiers.stream()
            .map(tier -> String.format(Locale.ROOT, format, quantity.applyAsDouble(tier)))
            .collect(Collectors.joining());
    terminal.printf("%-22s%s%n", name, numbers);
  }
}
