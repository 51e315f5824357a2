/**
 * Language models that complete texts: prompts, samples of completions, the journal of what was
 * answered, and a local model.
 */
@NullMarked
package org.prmlab.llm;

import org.jspecify.annotations.NullMarked;
