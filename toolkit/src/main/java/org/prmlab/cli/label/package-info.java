/** {@code label} and {@code select}: labels and choices by rollouts, judges and people. */
@NullMarked
package org.prmlab.cli.label;

import org.jspecify.annotations.NullMarked;
