/** Jinja, the language of chat templates, as far as they use it and as transformers sets it up. */
@NullMarked
package org.prmlab.model.jinja;

import org.jspecify.annotations.NullMarked;
