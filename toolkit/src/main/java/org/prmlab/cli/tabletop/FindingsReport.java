package org.prmlab.cli.tabletop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Named;
import org.prmlab.findings.Claim;
import org.prmlab.findings.Finding;
import org.prmlab.findings.FindingTable;
import org.prmlab.findings.VarianceRow;
import org.prmlab.findings.WorldValue;
import org.prmlab.stats.Estimate;

/**
 * The findings as JSON, with all that their intervals are computed from.
 *
 * @param seeds of the worlds
 * @param together claims that make one point together
 * @param heldByChance claims that would hold by chance if none did
 * @param lostByCorrection ids of claims that Holm's correction leaves undecided
 */
record FindingsReport(
    List<Integer> seeds,
    List<Row> findings,
    List<Together> together,
    double heldByChance,
    List<String> lostByCorrection,
    List<Variance> variance) {
  /**
   * Where the spread of a claim's number comes from: standard deviations in points.
   *
   * @param testSet null if the worlds have no files of items
   */
  record Variance(
      String id,
      double inAll,
      double world,
      double trainingSeed,
      @Nullable Double testSet,
      @Nullable Double halfWidth) {
    static Variance of(VarianceRow row) {
      return new Variance(
          row.id(),
          row.inAll(),
          row.world(),
          row.trainingSeed(),
          row.testSet().orElse(null),
          row.halfWidth().orElse(null));
    }
  }

  /**
   * One claim.
   *
   * @param kind what is asked: above, within, slope
   * @param bound what the number is to be above, or the margin within which it is to be
   * @param ours mean over the worlds
   * @param smallestShown the gap from the bound, or the margin, that these worlds show with a power
   *     of 80 %
   * @param p level at which the interval would just decide
   * @param pHolm the same, corrected for all claims
   * @param worlds the number in each world that has it, mean over its training seeds
   * @param byWorld the same with each training seed's number
   */
  record Row(
      String id,
      String source,
      String claim,
      String kind,
      double bound,
      @Nullable Double paper,
      double ours,
      @Nullable Double low,
      @Nullable Double high,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
      @Nullable Double smallestShown,
      double p,
      double pHolm,
      List<Double> worlds,
      List<WorldValue> byWorld,
      String unit,
      String conclusion) {}

  /** Claims that make one point together. */
  record Together(List<String> ids, String claim, String conclusion) {}

  static FindingsReport of(FindingTable table) {
    List<Double> corrected = table.corrected();
    return new FindingsReport(
        table.seeds(),
        IntStream.range(0, corrected.size())
            .mapToObj(i -> row(table.findings().get(i), corrected.get(i)))
            .toList(),
        table.together().stream()
            .map(
                j ->
                    new Together(
                        j.parts().stream().map(Finding::id).toList(),
                        j.words(),
                        j.conclusion().toString()))
            .toList(),
        table.heldByChance(),
        table.lostByCorrection().stream().map(Finding::id).toList(),
        table.variance().stream().map(Variance::of).toList());
  }

  private static Row row(Finding finding, double corrected) {
    Estimate ours = finding.ours();
    Claim posed = finding.posed();
    return new Row(
        finding.id(),
        finding.source(),
        finding.claim(),
        Named.name(posed.kind()),
        posed.bound(),
        Double.isNaN(posed.paper()) ? null : posed.paper(),
        ours.value(),
        ours.isKnown() ? ours.low() : null,
        ours.isKnown() ? ours.high() : null,
        ours.reason().orElse(null),
        finding.smallestShown().orElse(null),
        finding.p(),
        corrected,
        finding.values(),
        finding.worlds(),
        Named.name(posed.unit()),
        finding.conclusion().toString());
  }
}
