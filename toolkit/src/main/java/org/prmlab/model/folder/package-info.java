/**
 * The files of a checkpoint folder: what is read of them, what is wrong with them, how they are
 * written whole.
 */
@NullMarked
package org.prmlab.model.folder;

import org.jspecify.annotations.NullMarked;
