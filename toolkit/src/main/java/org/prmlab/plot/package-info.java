/** Charts in one house style, and figures: a chart, its caption, its numbers. */
@NullMarked
package org.prmlab.plot;

import org.jspecify.annotations.NullMarked;
