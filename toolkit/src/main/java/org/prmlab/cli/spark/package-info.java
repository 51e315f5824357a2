/** {@code spark}: the same work in blocks on Apache Spark. */
@NullMarked
package org.prmlab.cli.spark;

import org.jspecify.annotations.NullMarked;
