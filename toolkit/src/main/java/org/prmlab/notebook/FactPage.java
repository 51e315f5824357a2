package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.findings.FactTable;
import org.prmlab.report.ResultTable;

/** The facts of the worlds as HTML. */
final class FactPage {
  private FactPage() {}

  static String html(FactTable table) {
    ResultTable facts =
        ResultTable.ofText(
            "conditions: the paper's beside the worlds', mean (least-most)",
            List.of("", "paper", "tier 1", "tier 2", "tier 3", "tier 4"),
            table.facts().stream().map(FactPage::cells).toList());
    ResultTable sets =
        ResultTable.ofText(
            "sets, by the generators of their solutions",
            List.of("set", "by", "paper", "solutions", "right answers, %", "right steps, %"),
            table.sets().stream()
                .map(
                    s ->
                        List.of(
                            s.set(),
                            s.generator(),
                            s.paper(),
                            s.solutions().text("%.0f"),
                            s.rightAnswers().text("%.1f"),
                            s.rightSteps().text("%.1f")))
                .toList());
    return facts.toHtml() + (table.sets().isEmpty() ? "" : sets.toHtml());
  }

  private static List<String> cells(FactTable.Fact fact) {
    List<String> cells = new ArrayList<>(List.of(fact.name(), fact.paper()));
    fact.ours().forEach(spread -> cells.add(spread.text("%.0f")));
    while (cells.size() < 6) {
      cells.add("");
    }
    return cells;
  }
}
