/** Side-by-side benchmarks: the toolkit and a named peer do the same work on the same files. */
@NullMarked
package org.prmlab.bench;

import org.jspecify.annotations.NullMarked;
