package org.prmlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Binarization;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.PrmBenchScore;
import org.prmlab.evaluation.Retention;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfNCurves;
import org.prmlab.labeling.ConsensusRetention.Kept;
import org.prmlab.labeling.LabelingCost;
import org.prmlab.labeling.SourceAccuracy;
import org.prmlab.notebook.DataTables;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import tech.tablesaw.api.Table;

class EvaluationResultsTest {
  private static final Estimate HALF = new Estimate(0.5, 0.4, 0.6, 0.95);
  private static final Map<String, StepErrors> PARTS =
      new TreeMap<>(
          Map.of(
              "a", new StepErrors(Optional.of(HALF), Optional.of(HALF), Optional.of(HALF), 3, 4, 0),
              "b", new StepErrors(Optional.empty(), Optional.of(HALF), Optional.empty(), 3, 0, 0)));

  @Test
  void stepErrorsReadAsPercentWithIntervals() {
    assertEquals(
        """
        part  errors            located  corrects           accepted  F1
        ----  ------  -----------------  --------  -----------------  -----------------
        a          3  50.0 [40.0, 60.0]         4  50.0 [40.0, 60.0]  50.0 [40.0, 60.0]
        b          3  50.0 [40.0, 60.0]         0  -                  -\
        """
            .replaceAll(" +", " "),
        Results.of("part", PARTS).table().withCaption("").toString().replaceAll(" +", " "));
  }

  @Test
  void aFrameHasTheColumnsOfCsvAndNothingForWhatIsUndefined() {
    Table frame = DataTables.frame(Results.of("part", PARTS));
    assertEquals(2, frame.rowCount());
    assertEquals(
        List.of("f1_percent", "f1_percent_low", "f1_percent_high"),
        frame.columnNames().subList(9, 12));
    assertEquals(40, frame.doubleColumn("error_accuracy_percent_low").get(1));
    assertEquals(1, frame.doubleColumn("f1_percent").countMissing());
    assertEquals(List.of("a", "b"), frame.stringColumn("part").asList());
  }

  @Test
  void curvesAreATableByK() {
    Map<String, List<AccuracyAtK>> curves =
        Map.of("pass@k", List.of(new AccuracyAtK(1, HALF, 0), new AccuracyAtK(2, HALF, 0)));
    ResultTable table = new BestOfNCurves(curves).table();
    assertEquals(List.of("selection", "k = 1", "k = 2"), table.columns());
    assertEquals(HALF, new BestOfNCurves(curves).at("pass@k", 2).accuracy());
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> new BestOfNCurves(curves).at("pass@k", 3));
    assertEquals("curve 'pass@k' has no k = 3; it has [1, 2]", error.getMessage());
  }

  @Test
  void agreementNamesTheKindsOfDisagreement() {
    Solution solution = Solution.of("s", Problem.of("", "p"), List.of("1", "2"));
    LabelPair pair = LabelPair.ofVerdicts(solution, Verdict.allCorrect(), Verdict.errorAt(1));
    Agreement agreement =
        Agreement.of(
            List.of(pair),
            Binarization.withDefaults(),
            Bootstrap.withDefaults().withResamples(100));
    ResultTable table = agreement.listing();
    assertTrue(table.rows().contains(List.of("solutions: first optimistic", "1")), "" + table);
    assertTrue(table.rows().contains(List.of("same first error or none (%)", "0.0 [0.0, 97.5]")));
  }

  @Test
  void otherResultsHaveARowEach() {
    CorrectAnswerWrongProcess flawed =
        new CorrectAnswerWrongProcess(7, Optional.of(HALF), Optional.empty());
    assertEquals(
        List.of("judge", "7", "50.0 [40.0, 60.0]", "-"),
        Results.of("system", Map.of("judge", flawed)).table().rows().get(0));
    PrmBenchScore score =
        new PrmBenchScore(
            Optional.of(HALF),
            Optional.of(HALF),
            Optional.of(HALF),
            Optional.of(HALF),
            9,
            new PrmBenchScore.Counts(1, 2, 3, 4));
    assertEquals(6, Results.of("class", Map.of("circular", score)).table().rows().get(0).size());
    assertEquals(
        List.of("0.125", "50.0 [40.0, 60.0]"),
        new Retention(0.125, Optional.of(HALF)).table().rows().get(0));
    assertEquals(
        List.of(List.of("x", "1", "0"), List.of("y", "0", "1")),
        Confusion.of(List.of("x", "y"), List.of("x", "y")).table().rows());
  }

  @Test
  void labelResultsHaveARowAPart() {
    Confusion confusion =
        new Confusion(List.of("correct", "incorrect"), List.of(List.of(3L, 1L), List.of(2L, 4L)));
    StepAgreement agreement =
        new StepAgreement(confusion, Optional.of(HALF), Optional.empty(), Optional.empty());
    assertEquals(
        List.of("T1", "10", "50.0 [40.0, 60.0]", "-", "-"),
        Results.of("tier", Map.of("T1", agreement)).table().rows().get(0));
    assertEquals(
        List.of("all", "5", "5", "0", "50.0 [40.0, 60.0]"),
        Results.of("part", Map.of("all", new Kept(5, 5, 0, Optional.of(HALF))))
            .table()
            .rows()
            .get(0));
    assertEquals(
        List.of("kept", "8", "50.0", "25.0", "12.5", "12.5"),
        Results.of("part", Map.of("kept", new SourceAccuracy(8, 4, 2, 1, 1)))
            .table()
            .rows()
            .get(0));
    assertEquals(
        List.of("search", "20", "80", "300"),
        Results.of("strategy", Map.of("search", new LabelingCost(20, 80, 300, 1200)))
            .table()
            .rows()
            .get(0));
  }

  @Test
  void onePartOfManyResultsIsATableAcross() {
    Map<String, Results<StepErrors>> systems =
        new TreeMap<>(Map.of("x", Results.of("part", PARTS), "y", Results.of("part", PARTS)));
    ResultTable table = Results.across("PRM", systems, StepErrors::f1IfDefined);
    assertEquals(List.of("PRM", "a", "b"), table.columns());
    assertEquals(List.of("x", "50.0 [40.0, 60.0]", "-"), table.rows().get(0));
  }

  @Test
  void pairsAreEachOfTheFirstMinusEachOfTheSecond() {
    Results<StepErrors> parts = Results.of("part", PARTS);
    Results<StepErrors> pairs =
        parts.pairs((first, second) -> first, List.of("a"), List.of("a", "b"));
    assertEquals(List.of("a - b"), List.copyOf(pairs.toMap().keySet()));
    assertEquals(parts.get("a"), pairs.get("a - b"));
    assertEquals(
        parts.get("b"), parts.ofTotal(parts.get("b")).map(e -> e).withTotal().get(Results.ALL));
  }
}
