/** Commands on labels of several sources: {@code agree} and {@code filter consensus}. */
@NullMarked
package org.prmlab.cli.agree;

import org.jspecify.annotations.NullMarked;
