/** What a page shows: tables, step views, progress. Knows no kernel. */
@NullMarked
package org.prmlab.notebook;

import org.jspecify.annotations.NullMarked;
