/** Checkpoints of the Hugging Face Hub: its cache on this machine, and fetching into it. */
@NullMarked
package org.prmlab.model.hub;

import org.jspecify.annotations.NullMarked;
