/** The printed tables and figures of arXiv 2501.07301v2, and their audit. */
@NullMarked
package org.prmlab.paper;

import org.jspecify.annotations.NullMarked;
