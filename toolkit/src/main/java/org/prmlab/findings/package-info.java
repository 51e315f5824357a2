/** The paper's findings as claims that are tried on the tabletop world. */
@NullMarked
package org.prmlab.findings;

import org.jspecify.annotations.NullMarked;
