package org.prmlab.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.evaluation.Interval;
import org.prmlab.findings.Finding;

/** The findings as JSON. */
record FindingsReport(List<Row> findings) {
  record Row(
      String id,
      String source,
      String claim,
      @Nullable Double paper,
      double ours,
      @Nullable Double low,
      @Nullable Double high,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
      List<Double> worlds,
      String unit,
      String conclusion) {}

  static FindingsReport of(List<Finding> findings) {
    return new FindingsReport(findings.stream().map(FindingsReport::row).toList());
  }

  private static Row row(Finding finding) {
    Interval ours = finding.ours();
    return new Row(
        finding.id(),
        finding.source(),
        finding.claim(),
        Double.isNaN(finding.paper()) ? null : finding.paper(),
        ours.value(),
        ours.isKnown() ? ours.low() : null,
        ours.isKnown() ? ours.high() : null,
        ours.reason().orElse(null),
        finding.values(),
        Named.name(finding.unit()),
        finding.conclusion().toString());
  }
}
