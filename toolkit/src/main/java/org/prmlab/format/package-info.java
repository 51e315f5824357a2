/**
 * One class per published record format: readers that stream, writers that round-trip. Sentinels
 * such as {@code -1} or {@code "+"} live here and nowhere else.
 */
@NullMarked
package org.prmlab.format;

import org.jspecify.annotations.NullMarked;
