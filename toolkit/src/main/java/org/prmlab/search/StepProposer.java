package org.prmlab.search;

import java.util.List;

/** A policy that goes on from partial solutions, one step at a time. */
@FunctionalInterface
public interface StepProposer {
  /**
   * Candidates for the next step of each path. Equal candidates count once in a search.
   *
   * @param paths partial solutions, none of them complete; those of one level of a search over many
   *     problems come together, so that they can be computed together
   * @param samples how many to draw for each, at least 1; a policy that has nothing to say gives
   *     fewer
   * @return one list a path, in the same order
   */
  List<List<NextStep>> propose(List<SearchPath> paths, int samples);
}
