/**
 * The metrics of the paper, each with its interval: Best-of-N, step errors, agreement, calibration.
 * Pure functions of records and settings; randomness comes from a seed in the settings.
 */
@NullMarked
package org.prmlab.evaluation;

import org.jspecify.annotations.NullMarked;
