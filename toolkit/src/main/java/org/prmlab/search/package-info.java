/** Search for a solution step by step, guided by a PRM: greedy, beam, and diverse trees. */
@NullMarked
package org.prmlab.search;

import org.jspecify.annotations.NullMarked;
