/** How values become pictures, tables and text on the page. */
@NullMarked
package org.prmlab.kernel.display;

import org.jspecify.annotations.NullMarked;
