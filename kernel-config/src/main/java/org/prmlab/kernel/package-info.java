/** A Jupyter kernel for Java, compatible with IJava: the requests it answers and what it says. */
@NullMarked
package org.prmlab.kernel;

import org.jspecify.annotations.NullMarked;
