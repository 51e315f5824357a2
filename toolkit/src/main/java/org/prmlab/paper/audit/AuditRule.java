package org.prmlab.paper.audit;

import org.prmlab.paper.Paper;

/** One kind of contradiction to look for. */
interface AuditRule {
  /** Its name in reports. */
  String name();

  /** Checks all numbers it applies to, counting each check and adding each finding. */
  void check(Paper paper, AuditLog log);
}
