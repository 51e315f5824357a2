/** The executed notebooks and the figures as a static web site that needs no server. */
@NullMarked
package org.prmlab.site;

import org.jspecify.annotations.NullMarked;
