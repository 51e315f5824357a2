/** Training: process reward models from labelled solutions, saved as Hugging Face folders. */
@NullMarked
package org.prmlab.training;

import org.jspecify.annotations.NullMarked;
