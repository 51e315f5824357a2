/** Problems, solutions in steps, labels and verdicts. Depends on nothing else in the project. */
@NullMarked
package org.prmlab.data;

import org.jspecify.annotations.NullMarked;
