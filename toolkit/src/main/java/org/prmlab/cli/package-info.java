/** The command line: one small class a command, thin over the rest of the toolkit. */
@NullMarked
package org.prmlab.cli;

import org.jspecify.annotations.NullMarked;
