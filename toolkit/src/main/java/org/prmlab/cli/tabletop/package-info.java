/** {@code tabletop} and {@code findings}: the worlds, and the claims of the paper tried on them. */
@NullMarked
package org.prmlab.cli.tabletop;

import org.jspecify.annotations.NullMarked;
