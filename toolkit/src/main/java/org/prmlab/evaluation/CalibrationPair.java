package org.prmlab.evaluation;

import java.util.Optional;
import org.prmlab.report.ComparedRow;
import org.prmlab.report.Results;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.PairedComparison;

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
    PairedComparison error =
        PairedComparison.of(
            first.clusters(),
            weights -> first.expectedError(weights, bins) - second.expectedError(weights, bins),
            bootstrap);
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
                Optional.of(error)))
        .with("AUROC", new ComparedRow(area, second.auroc(bootstrap), larger));
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
