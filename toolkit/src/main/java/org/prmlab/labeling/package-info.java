/** Step labels: Monte-Carlo estimation, judges, human ratings, and the consensus of two sources. */
@NullMarked
package org.prmlab.labeling;

import org.jspecify.annotations.NullMarked;
