/** {@code train}: PRMs from labeled solutions. */
@NullMarked
package org.prmlab.cli.train;

import org.jspecify.annotations.NullMarked;
