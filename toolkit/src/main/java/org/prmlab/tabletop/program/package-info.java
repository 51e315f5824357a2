/**
 * The problems of the tabletop worlds: programs of a few steps modulo a small number, solutions
 * written line by line, and the exact checker.
 */
@NullMarked
package org.prmlab.tabletop.program;

import org.jspecify.annotations.NullMarked;
