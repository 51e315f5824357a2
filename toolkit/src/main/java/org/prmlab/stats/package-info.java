/**
 * Statistics that know nothing of records: estimates with intervals, the cluster bootstrap,
 * proportions, paired comparisons, several runs taken together.
 */
@NullMarked
package org.prmlab.stats;

import org.jspecify.annotations.NullMarked;
