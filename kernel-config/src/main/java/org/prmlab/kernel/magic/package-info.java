/** The commands of a notebook that are not Java: {@code %jars}, {@code %maven}, {@code %%time}. */
@NullMarked
package org.prmlab.kernel.magic;

import org.jspecify.annotations.NullMarked;
