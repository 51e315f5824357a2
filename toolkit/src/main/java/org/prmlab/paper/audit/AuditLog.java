package org.prmlab.paper.audit;

import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find. */
final class AuditLog {
  private int checked;
  private final List<AuditFinding> findings = new ArrayList<>();
  private final List<CountCheck> counts = new ArrayList<>();

  /** One more number was checked. */
  void checked() {
    checked++;
  }

  void add(AuditFinding finding) {
    findings.add(finding);
  }

  void add(CountCheck count) {
    counts.add(count);
  }

  AuditReport report() {
    return new AuditReport(checked, findings, counts);
  }
}
