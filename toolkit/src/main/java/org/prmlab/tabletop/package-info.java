/**
 * A small world of our own: problems whose every step can be checked, because a program wrote them.
 */
@NullMarked
package org.prmlab.tabletop;

import org.jspecify.annotations.NullMarked;
