/** Training: process reward models from labeled solutions, saved as Hugging Face folders. */
@NullMarked
package org.prmlab.training;

import org.jspecify.annotations.NullMarked;
