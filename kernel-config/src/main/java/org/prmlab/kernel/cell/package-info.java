/** Running cells: JShell with an engine in this process, one thread for the user's code. */
@NullMarked
package org.prmlab.kernel.cell;

import org.jspecify.annotations.NullMarked;
