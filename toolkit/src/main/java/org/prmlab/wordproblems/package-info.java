/** Word problems in English with planted errors, for teaching and for tests. */
@NullMarked
package org.prmlab.wordproblems;

import org.jspecify.annotations.NullMarked;
