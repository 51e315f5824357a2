package org.prmlab.paper.audit;

import java.util.List;

/**
 * What the audit found.
 *
 * @param checked how many derived numbers were recomputed or compared
 * @param findings every contradiction, in the order of the rules, then of the paper
 * @param kOfN for each Best-of-N value whose benchmark's size is known: whether it is k/n
 */
public record AuditReport(int checked, List<AuditFinding> findings, List<CountCheck> kOfN) {
  public AuditReport {
    findings = List.copyOf(findings);
    kOfN = List.copyOf(kOfN);
  }
}
