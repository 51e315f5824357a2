/** {@code score} and {@code search}: what a PRM says of steps, and search guided by it. */
@NullMarked
package org.prmlab.cli.score;

import org.jspecify.annotations.NullMarked;
