package org.prmlab.paper.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.prmlab.paper.Paper;

/** The same model on the same benchmark has one number, wherever it is printed. */
final class SameQuantityRule implements AuditRule {
  @Override
  public String name() {
    return "printed-twice";
  }

  @Override
  public void check(Paper paper, AuditLog log) {
    Map<Quantity, List<PrintedNumber>> places =
        Quantities.of(paper).stream()
            .collect(
                Collectors.groupingBy(
                    PrintedNumber::quantity, LinkedHashMap::new, Collectors.toList()));
    for (List<PrintedNumber> same : places.values()) {
      if (same.size() > 1) {
        log.checked();
        if (same.stream().mapToDouble(PrintedNumber::value).distinct().count() > 1) {
          log.add(finding(same));
        }
      }
    }
  }

  private AuditFinding finding(List<PrintedNumber> same) {
    return new AuditFinding(
        same.stream().map(PrintedNumber::where).collect(Collectors.joining(", ")),
        Rows.label(same.get(0).row()),
        same.stream().map(PrintedNumber::column).toList(),
        same.stream().map(PrintedNumber::text).toList(),
        fits(same),
        name());
  }

  /** The values that the rest of their own row confirms. */
  private static String fits(List<PrintedNumber> same) {
    String confirmed =
        same.stream()
            .filter(PrintedNumber::isConfirmed)
            .map(PrintedNumber::text)
            .distinct()
            .collect(Collectors.joining(" or "));
    return confirmed.isEmpty() ? "one value in all places" : confirmed + " in all places";
  }
}
