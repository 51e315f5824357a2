/** What several commands share: options, input files, printed reports, progress. */
@NullMarked
package org.prmlab.cli.common;

import org.jspecify.annotations.NullMarked;
