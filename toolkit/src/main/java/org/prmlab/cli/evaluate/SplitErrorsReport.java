package org.prmlab.cli.evaluate;

import java.util.List;
import org.prmlab.stats.Estimate;

/**
 * What {@code evaluate step-errors} reports of several splits.
 *
 * @param averageF1 the unweighted mean of the splits' F1, in percent
 * @param splits one report a split, in the order given
 */
record SplitErrorsReport(Estimate averageF1, List<StepErrorsReport> splits) {
  SplitErrorsReport {
    splits = List.copyOf(splits);
  }
}
