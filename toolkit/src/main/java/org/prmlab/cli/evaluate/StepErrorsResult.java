package org.prmlab.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import org.prmlab.cli.common.ReportText;
import org.prmlab.stats.Estimate;

/**
 * What is found of one system.
 *
 * @param splits one report a split, in the order given; at least one
 * @param averageF1 the unweighted mean of the splits' F1, absent for one split
 */
record StepErrorsResult(List<StepErrorsReport> splits, Optional<Estimate> averageF1) {

  /** What is printed as JSON: the one report, or all with their mean. */
  @JsonValue
  Object json() {
    return averageF1.isPresent() ? new SplitErrorsReport(averageF1.get(), splits) : splits.get(0);
  }

  ReportText text() {
    return averageF1.isPresent()
        ? StepErrorsText.of(new SplitErrorsReport(averageF1.get(), splits))
        : StepErrorsText.of(splits.get(0));
  }
}
