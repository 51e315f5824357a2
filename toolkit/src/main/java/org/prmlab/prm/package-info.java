/** Process reward models: what they score, and what their scores mean. */
@NullMarked
package org.prmlab.prm;

import org.jspecify.annotations.NullMarked;
