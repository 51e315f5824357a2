package org.prmlab.cli.spark;

import java.util.List;
import org.prmlab.evaluation.AgreementCounts;
import org.prmlab.report.ResultColumn;
import org.prmlab.report.ResultTable;

/** Agreement at several thresholds, a row each. */
final class SweepTable {
  private SweepTable() {}

  static ResultTable of(List<AgreementCounts> sweep) {
    var table =
        ResultTable.of(
            List.of(
                ResultColumn.coefficient("threshold", "threshold"),
                ResultColumn.count("steps", "steps"),
                ResultColumn.percent("agree", "agreement"),
                ResultColumn.coefficient("kappa", "kappa"),
                ResultColumn.count("first errors", "first_errors"),
                ResultColumn.count("kept", "kept"),
                ResultColumn.percent("share", "retention")));
    for (AgreementCounts one : sweep) {
      table =
          table.row(
              one.threshold(),
              one.steps().total(),
              one.steps().agreement(),
              one.kappa(),
              one.firstErrors(),
              one.kept(),
              one.retention());
    }
    return table;
  }
}
