/** Tensors in files: safetensors, shards, adapters, element types. */
@NullMarked
package org.prmlab.model.weights;

import org.jspecify.annotations.NullMarked;
