package org.prmlab.search;

import org.prmlab.data.StepScores;

/**
 * A path that a search ended with.
 *
 * @param path the steps
 * @param scores one a step, without lookahead
 * @param rank what the search ordered it by; larger is better
 */
public record FoundSolution(SearchPath path, StepScores scores, double rank) {}
