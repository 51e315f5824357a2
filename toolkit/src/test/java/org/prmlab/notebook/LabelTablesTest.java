package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.labeling.ConsensusRetention.Kept;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.SourceAccuracy;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Estimate;

class LabelTablesTest {
  private static final Estimate HALF = new Estimate(0.5, 0.4, 0.6, 0.95);

  @Test
  void agreementsHaveARowAPart() {
    Confusion confusion =
        new Confusion(List.of("correct", "incorrect"), List.of(List.of(3L, 1L), List.of(2L, 4L)));
    StepAgreement agreement =
        new StepAgreement(confusion, Optional.of(HALF), Optional.empty(), Optional.empty());
    ResultTable table = LabelTables.agreements(Map.of("T1", agreement));
    assertEquals(List.of(List.of("T1", "10", "50.0 [40.0, 60.0]", "-")), table.rows());
  }

  @Test
  void retentionHasItsCountsAndShare() {
    ResultTable table = LabelTables.kept(Map.of("all", new Kept(5, 5, 0, Optional.of(HALF))));
    assertEquals(List.of(List.of("all", "5", "5", "50.0 [40.0, 60.0]")), table.rows());
  }

  @Test
  void truthIsInPerCentOfThePart() {
    ResultTable table = LabelTables.truth(Map.of("kept", new SourceAccuracy(8, 4, 2, 1, 1)));
    assertEquals(List.of(List.of("kept", "8", "50.0", "25.0", "12.5", "12.5")), table.rows());
  }

  @Test
  void costsAreSharesOfTheFirstStrategy() {
    Map<String, LabelingCost> costs = new LinkedHashMap<>();
    costs.put("every step", new LabelingCost(80, 80, 1000, 1000));
    costs.put("search", new LabelingCost(20, 80, 300, 1200));
    assertEquals(
        List.of("search", "20", "25.0", "300", "30.0"), LabelTables.costs(costs).rows().get(1));
  }
}
