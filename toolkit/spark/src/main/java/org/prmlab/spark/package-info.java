/** Blocks of records on Apache Spark, which lives here and nowhere else. */
@NullMarked
package org.prmlab.spark;

import org.jspecify.annotations.NullMarked;
