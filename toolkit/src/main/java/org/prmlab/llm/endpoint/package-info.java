/** Any server that speaks OpenAI's protocol, as a source of completions. */
@NullMarked
package org.prmlab.llm.endpoint;

import org.jspecify.annotations.NullMarked;
