/**
 * Work on files larger than one machine: cut into blocks of consecutive records, each committed for
 * itself. What is computed in a block is here; where blocks run is the cluster's (Apache Spark, in
 * a module of its own).
 */
@NullMarked
package org.prmlab.scale;

import org.jspecify.annotations.NullMarked;
