package org.prmlab.findings;

import java.util.List;
import org.prmlab.paper.Paper;
import org.prmlab.tabletop.program.WorldRound;
import org.prmlab.tabletop.world.WorldResults;

/**
 * The paper's findings (a) to (k), each as claims about one number, beside the paper's own number.
 * Step errors are read at 0.5, as the paper reads its two-class PRMs; Best-of-8 by the product of
 * the step scores unless a claim says otherwise. Worlds of each round have the claims that were
 * posed for them.
 */
public final class Findings {
  private Findings() {}

  /** All of them, in order. */
  public static List<Finding> of(Paper paper, WorldResults worlds) {
    return worlds.round() == WorldRound.SECOND
        ? SecondRoundFindings.of(paper, worlds)
        : ThirdRoundFindings.of(paper, worlds);
  }
}
