/** Texts as models read them: tokenizers and chat templates. */
@NullMarked
package org.prmlab.model.text;

import org.jspecify.annotations.NullMarked;
