/**
 * Best-of-N: choosing one of several samples by scores or votes, with the accuracy of the choice.
 */
@NullMarked
package org.prmlab.evaluation.bestofn;

import org.jspecify.annotations.NullMarked;
