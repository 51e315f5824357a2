package org.prmlab.report;

import java.util.List;
import java.util.Optional;

/**
 * A column of single values, as CSV, Parquet and data frames have them.
 *
 * @param name with its unit, e.g. {@code f1_percent}, {@code f1_percent_low}
 * @param isNumeric whether every value is a number
 * @param values one a row: texts or numbers; absent where undefined, or a bound is not known
 */
public record FlatColumn(String name, boolean isNumeric, List<Optional<Object>> values) {
  public FlatColumn {
    values = List.copyOf(values);
  }
}
