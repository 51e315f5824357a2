package org.prmlab.labeling.choice;

import java.util.Optional;

/**
 * What a language model picked for one problem.
 *
 * @param index of the chosen solution in its group, counted from 0
 * @param answers that it took: comparisons, or verdicts
 * @param unread how many of these could not be read
 * @param missing why answers are missing, so that the choice is not final; empty if none are
 */
public record Choice(int index, int answers, int unread, Optional<String> missing) {}
