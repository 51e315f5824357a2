/**
 * Commands that bring data: {@code convert}, {@code fetch}, {@code grade}, {@code word-problems}.
 */
@NullMarked
package org.prmlab.cli.data;

import org.jspecify.annotations.NullMarked;
