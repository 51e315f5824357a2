/** Final answers: finding them in a solution and deciding whether two are the same. */
@NullMarked
package org.prmlab.answer;

import org.jspecify.annotations.NullMarked;
