/**
 * A tabletop world, all from one seed: policies, data, PRMs, what came of them, and how it is built
 * and shipped.
 */
@NullMarked
package org.prmlab.tabletop.world;

import org.jspecify.annotations.NullMarked;
