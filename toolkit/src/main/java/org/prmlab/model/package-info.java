/**
 * Hugging Face checkpoints on DJL's PyTorch engine: files, weights, tokenizer, decoder, generation.
 * The only package, with training, that knows DJL.
 */
@NullMarked
package org.prmlab.model;

import org.jspecify.annotations.NullMarked;
