/** The files of a checkpoint folder: what is read of them, and what is wrong with them. */
@NullMarked
package org.prmlab.model.folder;

import org.jspecify.annotations.NullMarked;
