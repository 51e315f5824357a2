/** Recomputes every derived number of the paper and lists what does not fit. */
@NullMarked
package org.prmlab.paper.audit;

import org.jspecify.annotations.NullMarked;
