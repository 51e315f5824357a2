package org.prmlab.evaluation;

import java.util.List;
import java.util.Optional;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.Results;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PairedComparison;
import org.prmlab.stats.PairedDraws;
import org.prmlab.stats.PartSums;
import org.prmlab.stats.Resampling;
import org.prmlab.stats.SumStatistic;

/** Two scorings of the same items. */
record CalibrationPair(Calibration first, Calibration second) {
  CalibrationPair {
    if (first.items() != second.items() || !first.isOfSameItems(second)) {
      throw new IllegalArgumentException(
          "%d and %d items that are of other problems or turned out otherwise; expected two scorings of the same"
              .formatted(first.items(), second.items()));
    }
  }

  Results<ComparedRow> compare(int bins, Bootstrap bootstrap) {
    Optional<Estimate> area = first.auroc(bootstrap);
    Optional<PairedComparison> larger =
        area.map(
            known ->
                PairedComparison.of(
                    first.clusters(),
                    weights -> {
                      int[] drawn = drawn(weights);
                      return first.auroc(drawn) - second.auroc(drawn);
                    },
                    bootstrap));
    return Results.<ComparedRow>of("measure")
        .with(
            "expected error",
            new ComparedRow(
                Optional.of(first.expectedError(bins, bootstrap)),
                Optional.of(second.expectedError(bins, bootstrap)),
                lower(bins, bootstrap)))
        .with("AUROC", new ComparedRow(area, second.auroc(bootstrap), larger));
  }

  /** The difference of the expected errors, from the same draws. */
  private Optional<PairedComparison> lower(int bins, Bootstrap bootstrap) {
    int columns = bins + 1; // of either
    PartSums both = new PartSums(2 * columns);
    first.addGaps(bins, 0, both);
    second.addGaps(bins, columns, both);
    SumStatistic difference =
        new SumStatistic(
            sums ->
                Calibration.expectedError(sums, 0, bins)
                    - Calibration.expectedError(sums, columns, bins),
            problems -> Optional.empty());
    Resampling resampling = new Resampling(bootstrap, first.clusters());
    PairedDraws draws = new PairedDraws();
    List<Optional<Estimate>> estimate = resampling.ask(both, difference, draws);
    resampling.run();
    return estimate
        .get(0)
        .map(gap -> new PairedComparison(gap, gap.isKnown() ? draws.pValue() : 1));
  }

  /** How often each problem counts if its items count so often. */
  private int[] drawn(int[] weights) {
    int[] drawn = new int[first.clusters().size()];
    for (int i = 0; i < weights.length; i++) {
      drawn[first.clusters().of(i)] = weights[i];
    }
    return drawn;
  }
}
