package org.prmlab.cli.evaluate;

import java.util.List;
import java.util.stream.Stream;
import org.prmlab.cli.common.EstimateText;
import org.prmlab.cli.evaluate.BestOfNReport.Chosen;
import org.prmlab.cli.evaluate.BestOfNReport.Point;
import org.prmlab.report.ResultTable;

/** The report on Best-of-N for people. */
final class BestOfNText {
  private BestOfNText() {}

  static String of(BestOfNReport report) {
    String[] columns =
        Stream.concat(
                Stream.of("selection"),
                Stream.concat(
                    report.pass().stream().map(p -> "k = " + p.k()), Stream.of("gap closed")))
            .toArray(String[]::new);
    ResultTable table =
        ResultTable.withColumns(columns)
            .withCaption(
                "%s: %d problems, %d samples, estimator %s; %d unanswered, %d undecided; percent"
                    .formatted(
                        report.data(),
                        report.problems(),
                        report.samples(),
                        report.estimator(),
                        report.unanswered(),
                        report.undecided()));
    table = table.row(cells("pass@k", report.pass(), ""));
    table = table.row(cells("maj@k", report.majority(), ""));
    for (Chosen chosen : report.prm()) {
      String name = chosen.prm() + ", " + chosen.aggregation();
      String closed = EstimateText.of(chosen.gapClosed());
      boolean outcome = chosen.aggregation().equals(BestOfNReport.OUTCOME);
      table = table.row(cells((outcome ? "orm@k " : "prm@k ") + name, chosen.best(), closed));
      if (chosen.weightedVote() != null) {
        table = table.row(cells("weighted vote " + name, chosen.weightedVote(), ""));
      }
    }
    StringBuilder text = new StringBuilder(table.toString());
    text.append(System.lineSeparator()).append(report.answers().text());
    report.notes().forEach(note -> text.append("%nnote: %s".formatted(note)));
    return text.toString();
  }

  private static Object[] cells(String name, List<Point> curve, String last) {
    return Stream.concat(
            Stream.of(name),
            Stream.concat(curve.stream().map(p -> EstimateText.of(p.accuracy())), Stream.of(last)))
        .toArray();
  }
}
