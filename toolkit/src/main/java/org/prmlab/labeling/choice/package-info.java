/** Language models that choose among the samples of a problem (paper, Tables 11 and 12). */
@NullMarked
package org.prmlab.labeling.choice;

import org.jspecify.annotations.NullMarked;
