package org.prmlab.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.prmlab.paper.Paper;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Tabular;
import org.prmlab.stats.Holm;
import org.prmlab.tabletop.world.WorldOutcomes;
import org.prmlab.tabletop.world.WorldResults;

/**
 * All claims on the worlds of a folder, and what is to be said of them together.
 *
 * @param seeds of the worlds
 * @param variance where the spread of some claims' numbers comes from
 */
public record FindingTable(List<Integer> seeds, List<Finding> findings, List<VarianceRow> variance)
    implements Tabular {
  private static final double LEVEL = 0.05;

  public FindingTable {
    seeds = List.copyOf(seeds);
    findings = List.copyOf(findings);
    variance = List.copyOf(variance);
  }

  /** The claims on these worlds, beside the paper's printed numbers. */
  public static FindingTable of(WorldResults worlds) {
    List<Finding> findings = Findings.of(Paper.asPrinted(), worlds);
    return new FindingTable(
        worlds.worlds().stream().map(WorldOutcomes::seed).toList(),
        findings,
        VarianceRow.of(findings, worlds));
  }

  /** A row a claim; numbers in the claim's own unit. */
  @Override
  public ResultTable table() {
    var table =
        ResultTable.of(
            List.of(
                ResultColumn.text("claim"),
                ResultColumn.text("source"),
                ResultColumn.text("number"),
                ResultColumn.text("asked"),
                ResultColumn.text("unit"),
                ResultColumn.coefficient("paper", "paper"),
                ResultColumn.coefficient("worlds", "ours"),
                ResultColumn.coefficient("sees", "smallest_shown"),
                ResultColumn.text("verdict")));
    for (Finding f : findings) {
      table =
          table.row(
              f.id(),
              f.source(),
              f.claim(),
              f.posed().asked(),
              f.posed().unit().name().toLowerCase(Locale.ROOT),
              Double.isNaN(f.posed().paper()) ? null : f.posed().paper(),
              f.ours(),
              f.smallestShown(),
              f.conclusion().toString());
    }
    return table;
  }

  /** Claims that make one point together. */
  public List<JointFinding> together() {
    return List.of(
        JointFinding.of(
            "Best-of-8 does not see what F1 sees, human beside MC", findings, "a2", "a5"),
        JointFinding.of(
            "Best-of-8 does not see what F1 sees, judge beside MC", findings, "j2", "j3"),
        JointFinding.of(
            "the consensus is as good as the judge with less than half of the labels",
            findings,
            "c3",
            "c6"));
  }

  /** Each claim's p-value with Holm's correction for all claims of the table. */
  public List<Double> corrected() {
    return Holm.of(findings.stream().map(Finding::p).toList());
  }

  /** How many claims that ask for more than a bound would hold by chance alone if none did. */
  public double heldByChance() {
    long asking = findings.stream().filter(f -> f.posed().kind() != ClaimKind.WITHIN).count();
    return LEVEL / 2 * asking;
  }

  /** Claims that the intervals decide, either way. */
  public List<Finding> decided() {
    return findings.stream().filter(f -> f.conclusion() != Conclusion.UNDECIDED).toList();
  }

  /** Those that Holm's correction leaves undecided. */
  public List<Finding> lostByCorrection() {
    List<Double> corrected = corrected();
    List<Finding> lost = new ArrayList<>(decided());
    lost.removeIf(f -> corrected.get(findings.indexOf(f)) < LEVEL);
    return lost;
  }

  /** What many claims looked at together mean for each. */
  public String multiplicity() {
    int claims = findings.size();
    List<Finding> lost = lostByCorrection();
    return String.format(
        Locale.ROOT,
        "%d claims are looked at together: if no number differed from its bound, about %.1f would"
            + " hold by%nchance and as many would not hold. %d are decided; of these %d remain with"
            + " Holm's correction%nfor %d claims%s.",
        claims,
        heldByChance(),
        decided().size(),
        decided().size() - lost.size(),
        claims,
        lost.isEmpty() ? "" : "; not " + Wrapped.ids(lost.stream().map(Finding::id)));
  }

  /** Where something could not be measured, a line each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Finding finding : findings) {
      List<WorldValue> worlds = finding.worlds();
      int tiers = worlds.stream().mapToInt(WorldValue::leftOut).sum();
      long without = worlds.stream().filter(w -> w.runs().isEmpty()).count();
      if (tiers > 0 || without > 0) {
        notes.add(
            ("%s: nothing to measure on %d tiers of %d worlds, which are left out; %d worlds have"
                    + " no number")
                .formatted(finding.id(), tiers, worlds.size(), without));
      }
    }
    return notes;
  }
}
