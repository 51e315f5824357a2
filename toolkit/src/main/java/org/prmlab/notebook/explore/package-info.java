/**
 * Views that a reader can touch without a kernel: HTML, SVG and script inside the output of a cell.
 */
@NullMarked
package org.prmlab.notebook.explore;

import org.jspecify.annotations.NullMarked;
