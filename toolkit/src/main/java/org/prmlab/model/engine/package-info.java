/** PyTorch through DJL: set-up, devices, threads, and modules in TorchScript. */
@NullMarked
package org.prmlab.model.engine;

import org.jspecify.annotations.NullMarked;
