package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.PredictedVerdict;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;
import org.prmlab.stats.Bootstrap;

/** F1 of several PRMs in parts of the data, and the mean over parts. */
final class F1Table {
  private F1Table() {}

  static ResultTable of(
      ScoredDataset scored,
      Function<? super Solution, ?> part,
      ToDoubleFunction<String> threshold,
      Bootstrap bootstrap) {
    var parts = StepDataset.split(part, scored.data().solutions());
    List<ResultColumn> columns = new ArrayList<>(List.of(ResultColumn.text("PRM")));
    parts.keySet().forEach(name -> columns.add(ResultColumn.percent(name, name)));
    columns.add(ResultColumn.percent("mean", "mean"));
    ResultTable table = ResultTable.of(columns);
    for (String prm : scored.prms()) {
      double at = threshold.applyAsDouble(prm);
      List<@Nullable Object> cells = new ArrayList<>(List.of(prm));
      StepErrors.by(part, scored.judged(prm, at), bootstrap)
          .toList()
          .forEach(errors -> cells.add(errors.f1IfDefined()));
      cells.add(StepErrors.averageF1(judged(scored, parts.values(), prm, at), bootstrap));
      table = table.row(cells.toArray());
    }
    return table.withIntervalCaption();
  }

  private static List<List<PredictedVerdict>> judged(
      ScoredDataset scored, Collection<List<LabeledSolution>> parts, String prm, double threshold) {
    return parts.stream()
        .map(some -> new StepDataset(scored.data().card(), some))
        .map(some -> new ScoredDataset(some).judged(prm, threshold))
        .toList();
  }
}
