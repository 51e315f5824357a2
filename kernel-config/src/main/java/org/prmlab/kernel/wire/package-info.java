/**
 * The Jupyter wire: connection file, signed messages, the five ZeroMQ sockets. Knows no Java cells.
 */
@NullMarked
package org.prmlab.kernel.wire;

import org.jspecify.annotations.NullMarked;
