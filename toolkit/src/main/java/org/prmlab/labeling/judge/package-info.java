/**
 * Language models as judges: what they are asked, what they say of each step, and votes among them.
 */
@NullMarked
package org.prmlab.labeling.judge;

import org.jspecify.annotations.NullMarked;
