package org.prmlab.notebook;

import java.util.Map;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.labeling.ConsensusRetention.Kept;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.SourceAccuracy;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Estimate;

/** What sources of labels say, as tables; rates in percent with their intervals. */
public final class LabelTables {
  private static final String NONE = "-";

  private LabelTables() {}

  /** Agreement on steps, a row a part. */
  public static ResultTable agreements(Map<String, StepAgreement> parts) {
    ResultTable table = ResultTable.withColumns("part", "steps", "same class (%)", "Cohen's kappa");
    for (var part : parts.entrySet()) {
      StepAgreement agreement = part.getValue();
      table =
          table.row(
              part.getKey(),
              agreement.confusion().total(),
              agreement.agreement().map(Estimate::percent).orElse(NONE),
              agreement.kappa().map(Estimate::toString).orElse(NONE));
    }
    return table;
  }

  /** What a consensus filter keeps, a row a part. */
  public static ResultTable kept(Map<String, Kept> parts) {
    ResultTable table = ResultTable.withColumns("part", "kept", "dropped", "kept (%)");
    for (var part : parts.entrySet()) {
      Kept kept = part.getValue();
      table =
          table.row(
              part.getKey(),
              kept.kept(),
              kept.dropped(),
              kept.share().map(Estimate::percent).orElse(NONE));
    }
    return table;
  }

  /** Which source names the true first error, a row a part; shares of the part in percent. */
  public static ResultTable truth(Map<String, SourceAccuracy> parts) {
    ResultTable table =
        ResultTable.withColumns(
            "part", "solutions", "both right", "only first", "only second", "neither");
    for (var part : parts.entrySet()) {
      SourceAccuracy truth = part.getValue();
      double all = truth.known() / 100.0;
      table =
          table.row(
              part.getKey(),
              truth.known(),
              truth.bothRight() / all,
              truth.firstRight() / all,
              truth.secondRight() / all,
              truth.bothWrong() / all);
    }
    return table;
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
