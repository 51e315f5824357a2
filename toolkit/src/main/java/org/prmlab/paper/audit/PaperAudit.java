package org.prmlab.paper.audit;

import java.util.List;
import org.prmlab.paper.Paper;

/**
 * Recomputes every derived number of the paper's tables and figures within rounding.
 *
 * <p>A printed number stands for every value that rounds to it; a ratio of known counts only for
 * the k/n among them. A finding is a set of printed numbers that no such values can explain, so
 * honest rounding is never flagged.
 */
public final class PaperAudit {
  private static final List<AuditRule> RULES =
      List.of(
          new AverageRule(),
          new HarmonicMeanRule(),
          new ShareRule(),
          new SameQuantityRule(),
          new UpperBoundRule(),
          new SubsetRule());

  private PaperAudit() {}

  /** Applies all rules. */
  public static AuditReport of(Paper paper) {
    AuditLog log = new AuditLog();
    RULES.forEach(rule -> rule.check(paper, log));
    return log.report();
  }
}
