package org.prmlab.report;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.prmlab.stats.Estimate;

/**
 * A cell of a table.
 *
 * @param text as people read it
 * @param value what it stands for: a text, a number or an {@link Estimate}; absent where there is
 *     none
 */
record ResultCell(String text, Optional<Object> value) {
  private static final ResultCell EMPTY = new ResultCell("", Optional.empty());
  private static final ResultCell UNDEFINED = new ResultCell("-", Optional.empty());

  /**
   * A cell of a column.
   *
   * @param value text, a number, an estimate, or an optional of one; null is an empty cell, an
   *     empty optional a dash
   */
  static ResultCell of(@Nullable Object value, Unit unit) {
    if (value == null) {
      return EMPTY;
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? of(optional.get(), unit) : UNDEFINED;
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? of(optional.getAsDouble(), unit) : UNDEFINED;
    }
    if (value instanceof Estimate estimate) {
      return new ResultCell(unit.text(estimate), Optional.of(estimate));
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return new ResultCell(unit.text(number), Optional.of(number));
    }
    if (value instanceof Number) {
      return new ResultCell(value.toString(), Optional.of(value));
    }
    return new ResultCell(value.toString(), Optional.of(value.toString()));
  }
}
