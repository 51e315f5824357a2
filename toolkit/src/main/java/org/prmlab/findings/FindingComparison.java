package org.prmlab.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Tabular;
import org.prmlab.tabletop.world.WorldOutcomes;
import org.prmlab.tabletop.world.WorldResults;

/**
 * Every claim on two builds of the same worlds, made on different processors or with other
 * settings: how far numbers move when bits do, and which verdicts with them.
 *
 * @param seeds of the worlds that both have
 */
public record FindingComparison(List<Integer> seeds, List<FindingShift> claims) implements Tabular {
  public FindingComparison {
    seeds = List.copyOf(seeds);
    claims = List.copyOf(claims);
  }

  /**
   * Compares the worlds that are complete in both folders.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FindingComparison of(Path first, Path second) {
    WorldResults here = WorldResults.complete(first);
    WorldResults there = WorldResults.complete(second);
    Set<Integer> common = seeds(here);
    common.retainAll(seeds(there));
    if (common.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has complete worlds of seeds %s, %s of %s; the same worlds are expected in both"
              .formatted(first, seeds(here), second, seeds(there)));
    }
    FindingTable one = FindingTable.of(here.only(common));
    FindingTable other = FindingTable.of(there.only(common));
    return new FindingComparison(
        one.seeds(),
        IntStream.range(0, one.findings().size())
            .mapToObj(i -> FindingShift.of(one.findings().get(i), other.findings().get(i)))
            .toList());
  }

  private static Set<Integer> seeds(WorldResults worlds) {
    return worlds.worlds().stream()
        .map(WorldOutcomes::seed)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /** Claims that the two builds decide otherwise. */
  public List<FindingShift> changedVerdicts() {
    return claims.stream().filter(c -> !c.isSameVerdict()).toList();
  }

  /** A row a claim; numbers in the claim's own unit. */
  @Override
  public ResultTable table() {
    var table =
        ResultTable.of(
            List.of(
                ResultColumn.text("claim"),
                ResultColumn.text("unit"),
                ResultColumn.coefficient("first", "first"),
                ResultColumn.coefficient("second", "second"),
                ResultColumn.coefficient("moved", "mean_move"),
                ResultColumn.coefficient("most", "most_move"),
                ResultColumn.text("first verdict"),
                ResultColumn.text("second verdict")));
    for (FindingShift claim : claims) {
      table =
          table.row(
              claim.first().id(),
              claim.first().posed().unit().name().toLowerCase(Locale.ROOT),
              claim.first().ours(),
              claim.second().ours(),
              claim.meanMove(),
              claim.mostMove(),
              claim.first().conclusion().toString(),
              claim.second().conclusion().toString());
    }
    return table;
  }

  /** One line a claim and what to say of all of them, in at most 100 columns. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "first [95 %]", "second [95 %]", "moved", "most", "verdicts"));
    for (FindingShift claim : claims) {
      lines.add(
          row(
              claim.first().id(),
              claim.first().oursText(),
              claim.second().oursText(),
              number(claim, claim.meanMove()),
              number(claim, claim.mostMove()),
              claim.isSameVerdict()
                  ? claim.first().conclusion()
                  : claim.first().conclusion() + " -> " + claim.second().conclusion()));
    }
    lines.add("");
    lines.add(summary());
    return String.join("\n", lines);
  }

  private String summary() {
    List<FindingShift> changed = changedVerdicts();
    List<FindingShift> points =
        claims.stream().filter(c -> c.first().posed().unit() == Claim.Unit.POINTS).toList();
    return String.format(
        Locale.ROOT,
        "%d worlds in both. \"moved\": mean distance between the two numbers of a world; \"most\":"
            + " the%nfarthest. Points moved by %.1f in the mean over %d claims, by %.1f at most.%n"
            + "Verdicts: %d of %d the same%s.",
        seeds.size(),
        points.stream().mapToDouble(FindingShift::meanMove).average().orElse(0),
        points.size(),
        points.stream().mapToDouble(FindingShift::mostMove).max().orElse(0),
        claims.size() - changed.size(),
        claims.size(),
        changed.isEmpty() ? "" : "; not " + Wrapped.ids(changed.stream().map(c -> c.first().id())));
  }

  private static String number(FindingShift claim, double distance) {
    String format = claim.first().posed().unit().format().replace("+", "");
    return String.format(Locale.ROOT, format, distance);
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-4s%-22s%-22s%6s%6s  %s", cells).stripTrailing();
  }
}
