package org.prmlab.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.paper.Paper;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.tabletop.world.TierFacts;
import org.prmlab.tabletop.world.WorldConditions;
import org.prmlab.tabletop.world.WorldConditions.Origin;
import org.prmlab.tabletop.world.WorldConditions.TierConditions;
import org.prmlab.tabletop.world.WorldFacts;
import org.prmlab.tabletop.world.WorldOutcomes;
import org.prmlab.tabletop.world.WorldResults;

/**
 * The conditions of the paper's experiments beside those of the tabletop worlds: how hard the
 * problems are, how wrong the labels, where the sets come from. All of it is known before any PRM
 * is trained.
 *
 * @param seeds of the worlds
 */
public record FactTable(List<Integer> seeds, List<Fact> facts, List<SetFact> sets) {
  private static final int PERCENT = 100;
  private static final String FACT_ROW = "%-37s%-11s%-13s%-13s%-13s%s";
  private static final String SET_ROW = "%-13s%-11s%-24s%-16s%-18s%s";
  private static final Collector<CharSequence, ?, String> COMMAS = Collectors.joining(", ");

  public FactTable {
    seeds = List.copyOf(seeds);
    facts = List.copyOf(facts);
    sets = List.copyOf(sets);
  }

  /**
   * One condition.
   *
   * @param name with its unit
   * @param paper what the paper says, tier by tier where it does; a dash if nothing
   * @param ours one for each tier, easiest first, or a single one
   */
  public record Fact(String name, String paper, List<Spread> ours) {
    public Fact {
      ours = List.copyOf(ours);
    }
  }

  /**
   * The part of a set that one generator wrote.
   *
   * @param paper what the paper's set is like; a dash if it has none
   * @param rightAnswers solutions with the right answer, percent
   * @param rightSteps right ones of the steps up to the first wrong one, percent
   */
  public record SetFact(
      String set,
      String generator,
      String paper,
      Spread solutions,
      Spread rightAnswers,
      Spread rightSteps) {}

  /**
   * A number over the worlds that have it.
   *
   * @param worlds that have it; the others have nothing to measure
   */
  public record Spread(double mean, double least, double most, int worlds) {
    private static Spread of(double... values) {
      DoubleSummaryStatistics known =
          Arrays.stream(values).filter(v -> !Double.isNaN(v)).summaryStatistics();
      return known.getCount() == 0
          ? new Spread(Double.NaN, Double.NaN, Double.NaN, 0)
          : new Spread(known.getAverage(), known.getMin(), known.getMax(), (int) known.getCount());
    }

    /** Such as {@code 64 (61-66)}; a dash if no world has it. */
    public String text(String format) {
      if (worlds == 0) {
        return "-";
      }
      String one = String.format(Locale.ROOT, format, mean);
      String low = String.format(Locale.ROOT, format, least);
      String high = String.format(Locale.ROOT, format, most);
      return low.equals(high) ? one : "%s (%s-%s)".formatted(one, low, high);
    }
  }

  /** The conditions of the worlds whose facts are there. */
  public static FactTable of(WorldResults worlds) {
    var facts = new ArrayList<Fact>();
    addFacts(worlds.facts(), new PaperConditions(Paper.asPrinted()), facts);
    List<WorldConditions> conditions =
        worlds.worlds().stream().map(WorldOutcomes::conditions).toList();
    addConditions(conditions, facts);
    List<Integer> seeds = worlds.worlds().stream().map(WorldOutcomes::seed).toList();
    return new FactTable(seeds, facts, sets(conditions));
  }

  private static void addFacts(List<WorldFacts> worlds, PaperConditions paper, List<Fact> facts) {
    Tiers<TierFacts> tiers = new Tiers<>(worlds.stream().map(WorldFacts::tiers).toList(), facts);
    facts.add(
        new Fact(
            "kept by the consensus, %",
            paper.kept(),
            List.of(
                Spread.of(
                    worlds.stream()
                        .mapToDouble(w -> (double) PERCENT * w.kept() / w.solutions())
                        .toArray()))));
    tiers.percent("pass@1, % (paper: Table 8)", paper.searched("pass@1"), TierFacts::single);
    tiers.percent("maj@8, %", paper.searched("maj@8"), TierFacts::majority);
    tiers.percent("pass@8, %", paper.searched("pass@8 (Upper Bound)"), TierFacts::any);
    tiers.percent("wrong process, of right answers, %", paper.flawed(), TierFacts::flawed);
    tiers.percent("kept by the consensus, of a tier, %", "-", TierFacts::kept);
    tiers.percent("kappa of MC and judge x 100", "-", TierFacts::kappa);
    tiers.percent("MC: first errors located, %", "-", TierFacts::mcLocated);
    tiers.percent("MC: right solutions cleared, %", "-", TierFacts::mcCleared);
    tiers.percent("judge: first errors located, %", "-", TierFacts::judgeLocated);
    tiers.percent("judge: right solutions cleared, %", "-", TierFacts::judgeCleared);
  }

  private static void addConditions(List<WorldConditions> worlds, List<Fact> facts) {
    Tiers<TierConditions> tiers =
        new Tiers<>(worlds.stream().map(WorldConditions::tiers).toList(), facts);
    tiers.percent("MC: right steps called wrong, %", "-", TierConditions::mcFalseBad);
    tiers.percent("MC: wrong steps called right, %", "-", TierConditions::mcFalseGood);
    tiers.percent("judge: right steps called wrong, %", "-", TierConditions::judgeFalseBad);
    tiers.percent("judge: wrong steps called right, %", "-", TierConditions::judgeFalseGood);
    tiers.percent(
        "judge's loss at marks, % of policy's", "72B : 7B", t -> t.judgeMarks() / t.policyMarks());
  }

  /** Adds one fact after the other, each a number of every tier. */
  private record Tiers<T>(List<List<T>> worlds, List<Fact> facts) {
    void percent(String name, String paper, ToDoubleFunction<T> share) {
      facts.add(
          new Fact(
              name,
              paper,
              IntStream.range(0, worlds.get(0).size())
                  .mapToObj(
                      tier ->
                          Spread.of(
                              worlds.stream()
                                  .mapToDouble(w -> PERCENT * share.applyAsDouble(w.get(tier)))
                                  .toArray()))
                  .toList()));
    }
  }

  private static List<SetFact> sets(List<WorldConditions> worlds) {
    return worlds.stream()
        .flatMap(w -> w.sets().stream())
        .collect(
            Collectors.groupingBy(
                o -> List.of(o.set(), o.generator()), LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(FactTable::set)
        .toList();
  }

  private static SetFact set(List<Origin> worlds) {
    Origin one = worlds.get(0);
    return new SetFact(
        one.set(),
        one.generator(),
        switch (one.set()) {
          case "training" -> "860k by several models";
          case "human" -> "264k: 14.2, 73.1";
          case "step-errors" -> "ProcessBench, 3,400";
          case "search" -> "a weaker policy, T = 1";
          default -> "-";
        },
        spread(worlds, Origin::solutions),
        spread(worlds, o -> PERCENT * o.rightAnswers()),
        spread(worlds, o -> PERCENT * o.rightSteps()));
  }

  private static Spread spread(List<Origin> worlds, ToDoubleFunction<Origin> quantity) {
    return Spread.of(worlds.stream().mapToDouble(quantity).toArray());
  }

  /** A row a condition and tier; the unit is in the condition's name. */
  public ResultTable factRows() {
    var table =
        ResultTable.of(
            List.of(
                ResultColumn.text("condition"),
                ResultColumn.text("paper"),
                ResultColumn.text("tier"),
                ResultColumn.coefficient("mean", "mean"),
                ResultColumn.coefficient("least", "least"),
                ResultColumn.coefficient("most", "most"),
                ResultColumn.count("worlds", "worlds")));
    for (Fact fact : facts) {
      for (int tier = 0; tier < fact.ours().size(); tier++) {
        Spread spread = fact.ours().get(tier);
        boolean known = spread.worlds() > 0;
        table =
            table.row(
                fact.name(),
                fact.paper(),
                fact.ours().size() == 1 ? "all" : "T" + (tier + 1),
                known ? spread.mean() : null,
                known ? spread.least() : null,
                known ? spread.most() : null,
                spread.worlds());
      }
    }
    return table;
  }

  /** A row a set and generator, means over the worlds. */
  public ResultTable setRows() {
    var table =
        ResultTable.of(
            List.of(
                ResultColumn.text("set"),
                ResultColumn.text("by"),
                ResultColumn.text("paper"),
                ResultColumn.coefficient("solutions", "solutions"),
                ResultColumn.percent("right answers", "right_answers"),
                ResultColumn.percent("right steps", "right_steps")));
    for (SetFact set : sets) {
      table =
          table.row(
              set.set(),
              set.generator(),
              set.paper(),
              set.solutions().mean(),
              set.rightAnswers().mean() / PERCENT,
              set.rightSteps().mean() / PERCENT);
    }
    return table;
  }

  /** Two tables in at most 100 columns: the conditions by tier, and the sets. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "worlds of seeds %s: mean (least-most) over worlds, tiers 1 to 4"
            .formatted(seeds.stream().map(String::valueOf).collect(COMMAS)));
    lines.add(row(FACT_ROW, "", "paper", "T1", "T2", "T3", "T4"));
    for (Fact fact : facts) {
      List<Object> cells = new ArrayList<>(List.of(fact.name(), fact.paper()));
      fact.ours().forEach(spread -> cells.add(spread.text("%.0f")));
      while (cells.size() < 6) {
        cells.add("");
      }
      lines.add(row(FACT_ROW, cells.toArray()));
    }
    if (!sets.isEmpty()) {
      lines.add("");
      lines.add(
          row(SET_ROW, "set", "by", "paper", "solutions", "right answers, %", "right steps, %"));
      sets.forEach(
          set ->
              lines.add(
                  row(
                      SET_ROW,
                      set.set(),
                      set.generator(),
                      set.paper(),
                      set.solutions().text("%.0f"),
                      set.rightAnswers().text("%.1f"),
                      set.rightSteps().text("%.1f"))));
    }
    return String.join("\n", lines);
  }

  private static String row(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells).stripTrailing();
  }
}
