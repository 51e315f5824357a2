/** Monte-Carlo labels: rollouts from every step of a solution, checked against the answer. */
@NullMarked
package org.prmlab.labeling.rollout;

import org.jspecify.annotations.NullMarked;
