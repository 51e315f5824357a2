package org.prmlab.notebook;

import java.util.List;
import java.util.Map;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.evaluation.bestofn.BestOfNCurves;
import org.prmlab.report.ResultTable;
import org.prmlab.report.Results;

/** Results of the evaluation package as plain tables, without a caption. */
public final class EvaluationTables {
  private EvaluationTables() {}

  /** First errors located and right solutions accepted, a row a part. */
  public static ResultTable stepErrors(Map<String, StepErrors> parts) {
    return Results.of("part", parts).table().withCaption("");
  }

  /** Right answers by wrong processes, a row a system. */
  public static ResultTable flawedCorrect(Map<String, CorrectAnswerWrongProcess> systems) {
    return Results.of("system", systems).table().withCaption("");
  }

  /** Accuracy of the chosen answer, a row a way to choose, a column a number of samples. */
  public static ResultTable bestOfN(Map<String, List<AccuracyAtK>> curves) {
    return new BestOfNCurves(curves).table().withCaption("");
  }

  /** Agreement on steps, and how first errors differ. */
  public static ResultTable agreement(Agreement agreement) {
    return agreement.listing();
  }
}
