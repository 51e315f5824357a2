package org.prmlab.findings;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Claims that make one point together: it holds where each of them does, and fails where one does.
 * Needs no correction for being several, since all are needed (an intersection of claims).
 *
 * @param words the point
 * @param parts at least two
 */
public record JointFinding(String words, List<Finding> parts) {
  public JointFinding {
    parts = List.copyOf(parts);
  }

  /** Of the claims with these ids. */
  static JointFinding of(String words, List<Finding> all, String... ids) {
    return new JointFinding(
        words, all.stream().filter(f -> List.of(ids).contains(f.id())).toList());
  }

  /** Ids of its parts: {@code a2 and a5}. */
  public String ids() {
    return parts.stream().map(Finding::id).collect(Collectors.joining(" and "));
  }

  /** What its parts say together. */
  public Conclusion conclusion() {
    List<Conclusion> each = parts.stream().map(Finding::conclusion).toList();
    if (each.contains(Conclusion.DOES_NOT_HOLD)) {
      return Conclusion.DOES_NOT_HOLD;
    }
    return each.stream().allMatch(Conclusion::isMet) ? Conclusion.HOLDS : Conclusion.UNDECIDED;
  }
}
