/** Kernelspecs: how Jupyter finds this kernel, and the stock ones with the toolkit. */
@NullMarked
package org.prmlab.kernel.install;

import org.jspecify.annotations.NullMarked;
