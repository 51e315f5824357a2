/** {@code evaluate} and {@code compare}: measures of scores and of critics. */
@NullMarked
package org.prmlab.cli.evaluate;

import org.jspecify.annotations.NullMarked;
