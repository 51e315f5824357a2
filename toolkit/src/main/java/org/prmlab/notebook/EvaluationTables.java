package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.Disagreement;
import org.prmlab.evaluation.PrmBenchScore;
import org.prmlab.evaluation.Retention;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.bestofn.AccuracyAtK;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Estimate;

/** Results of the evaluation package as tables; rates in percent with their intervals. */
public final class EvaluationTables {
  private static final String NONE = "-";

  private EvaluationTables() {}

  /** First errors located and right solutions accepted, a row a part. */
  public static ResultTable stepErrors(Map<String, StepErrors> parts) {
    ResultTable table =
        ResultTable.withColumns("part", "errors", "located", "corrects", "accepted", "F1");
    for (var part : parts.entrySet()) {
      StepErrors measured = part.getValue();
      table =
          table.row(
              part.getKey(),
              measured.errors(),
              percent(measured.errorAccuracy()),
              measured.corrects(),
              percent(measured.correctAccuracy()),
              percent(measured.f1()));
    }
    return table;
  }

  /** Right answers by wrong processes, a row a system. */
  public static ResultTable flawedCorrect(Map<String, CorrectAnswerWrongProcess> systems) {
    ResultTable table = ResultTable.withColumns("system", "flawed", "located", "detected");
    for (var system : systems.entrySet()) {
      CorrectAnswerWrongProcess found = system.getValue();
      table =
          table.row(
              system.getKey(),
              found.flawed(),
              percent(found.exactLocation()),
              percent(found.detection()));
    }
    return table;
  }

  /** Accuracy of the chosen answer, a row a way to choose, a column a number of samples. */
  public static ResultTable bestOfN(Map<String, List<AccuracyAtK>> curves) {
    List<String> columns = new ArrayList<>(List.of("selection"));
    curves.values().stream()
        .findFirst()
        .ifPresent(curve -> curve.forEach(p -> columns.add("k = " + p.k())));
    ResultTable table = ResultTable.withColumns(columns.toArray(String[]::new));
    for (var curve : curves.entrySet()) {
      List<Object> cells = new ArrayList<>(List.of(curve.getKey()));
      curve.getValue().forEach(p -> cells.add(p.accuracy().percent()));
      table = table.row(cells.toArray());
    }
    return table;
  }

  /** PRMScore and its parts, a row a class of errors. */
  public static ResultTable prmBench(Map<String, PrmBenchScore> classes) {
    ResultTable table =
        ResultTable.withColumns("class", "items", "PRMScore", "F1", "negative F1", "first error");
    for (var part : classes.entrySet()) {
      PrmBenchScore score = part.getValue();
      table =
          table.row(
              part.getKey(),
              score.items(),
              percent(score.prmScore()),
              percent(score.validF1()),
              percent(score.invalidF1()),
              percent(score.firstErrorAccuracy()));
    }
    return table;
  }

  /** Agreement on steps, and how first errors differ. */
  public static ResultTable agreement(Agreement agreement) {
    ResultTable table =
        ResultTable.withColumns("measure", "value")
            .row("same class of the step (%)", percent(agreement.steps().agreement()))
            .row("Cohen's kappa of steps", number(agreement.steps().kappa()))
            .row("Krippendorff's alpha of steps", number(agreement.steps().alpha()))
            .row("same first error or none (%)", percent(agreement.consensus()));
    for (Disagreement kind : Disagreement.values()) {
      String name = "solutions: " + kind.name().toLowerCase(Locale.ROOT);
      table = table.row(name.replace('_', ' '), agreement.disagreements().getOrDefault(kind, 0));
    }
    return table;
  }

  /** Rows: what the first source says; columns: what the second says. */
  public static ResultTable confusion(Confusion confusion) {
    List<String> columns = new ArrayList<>(List.of("first \\ second"));
    columns.addAll(confusion.categories());
    ResultTable table = ResultTable.withColumns(columns.toArray(String[]::new));
    for (int i = 0; i < confusion.categories().size(); i++) {
      List<Object> cells = new ArrayList<>(List.of(confusion.categories().get(i)));
      cells.addAll(confusion.counts().get(i));
      table = table.row(cells.toArray());
    }
    return table;
  }

  /** What consensus filtering keeps, a row a threshold of the hard label. */
  public static ResultTable retention(List<Retention> curve) {
    ResultTable table = ResultTable.withColumns("threshold", "kept (%)");
    for (Retention point : curve) {
      table = table.row("%.3f".formatted(point.threshold()), percent(point.kept()));
    }
    return table;
  }

  private static String percent(Optional<Estimate> rate) {
    return rate.map(Estimate::percent).orElse(NONE);
  }

  private static String number(Optional<Estimate> coefficient) {
    return coefficient.map(Estimate::toString).orElse(NONE);
  }
}
