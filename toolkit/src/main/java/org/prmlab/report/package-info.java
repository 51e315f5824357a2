/**
 * How a result is shown: tables as text and HTML, and views of an object in every form a page can
 * show.
 */
@NullMarked
package org.prmlab.report;

import org.jspecify.annotations.NullMarked;
