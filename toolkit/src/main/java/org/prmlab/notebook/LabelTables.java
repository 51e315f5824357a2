package org.prmlab.notebook;

import java.util.Map;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.labeling.ConsensusRetention.Kept;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.SourceAccuracy;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;

/** What sources of labels say, as tables; rates in percent with their intervals. */
public final class LabelTables {
  private LabelTables() {}

  /** Agreement on steps, a row a part. */
  public static ResultTable agreements(Map<String, StepAgreement> parts) {
    return Results.of("part", parts)
        .table()
        .withCaption("")
        .only("part", "items", "agreement", "kappa");
  }

  /** What a consensus filter keeps, a row a part. */
  public static ResultTable kept(Map<String, Kept> parts) {
    return Results.of("part", parts)
        .table()
        .withCaption("")
        .only("part", "kept", "dropped", "share");
  }

  /** Which source names the true first error, a row a part; shares of the part in percent. */
  public static ResultTable truth(Map<String, SourceAccuracy> parts) {
    return Results.of("part", parts).table().withCaption("");
  }

  /** What labels took, a row a strategy; shares of the first row in percent. */
  public static ResultTable costs(Map<String, LabelingCost> strategies) {
    ResultTable table =
        ResultTable.withColumns("strategy", "rollouts", "of the first", "tokens", "of the first");
    LabelingCost full = strategies.values().iterator().next();
    for (var strategy : strategies.entrySet()) {
      LabelingCost cost = strategy.getValue();
      table =
          table.row(
              strategy.getKey(),
              cost.rollouts(),
              100.0 * cost.rollouts() / full.rollouts(),
              cost.completionTokens(),
              100.0 * cost.completionTokens() / full.completionTokens());
    }
    return table;
  }
}
