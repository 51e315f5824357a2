/** {@code bench}: benchmarks side by side with a named peer. */
@NullMarked
package org.prmlab.cli.bench;

import org.jspecify.annotations.NullMarked;
