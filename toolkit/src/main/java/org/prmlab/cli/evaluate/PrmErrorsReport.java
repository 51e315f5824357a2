package org.prmlab.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code evaluate step-errors} reports of several PRMs; problems are drawn alike for each.
 *
 * @param byPrm for each PRM what it reports of that PRM alone, in the order given
 */
record PrmErrorsReport(Map<String, StepErrorsResult> byPrm) {
  PrmErrorsReport {
    byPrm = new LinkedHashMap<>(byPrm);
  }
}
