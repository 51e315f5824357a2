package org.prmlab.paper.audit;

import java.util.List;

/**
 * One contradiction that the printed numbers prove.
 *
 * @param where the table or figure, e.g. {@code table07}; several, joined by ", ", if they disagree
 * @param row name of the row, as in the first of those places
 * @param columns the columns that do not fit together
 * @param printed what they hold, in the same order
 * @param fits what would fit, for people
 * @param rule which rule says so, see {@link AuditRule#name()}
 */
public record AuditFinding(
    String where,
    String row,
    List<String> columns,
    List<String> printed,
    String fits,
    String rule) {
  public AuditFinding {
    columns = List.copyOf(columns);
    printed = List.copyOf(printed);
  }
}
