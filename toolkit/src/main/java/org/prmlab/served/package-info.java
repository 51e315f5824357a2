/** PRMs that another server computes: scores of steps over HTTP. */
@NullMarked
package org.prmlab.served;

import org.jspecify.annotations.NullMarked;
