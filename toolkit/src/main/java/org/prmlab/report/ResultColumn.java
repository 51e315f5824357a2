package org.prmlab.report;

import java.util.Locale;

/**
 * A column of a table of results.
 *
 * @param title for people, e.g. {@code F1}
 * @param key for programs, the same in JSON, CSV and Parquet: lower case, e.g. {@code
 *     error_accuracy}
 * @param unit of its numbers
 */
public record ResultColumn(String title, String key, Unit unit) {
  /** Of names or words. */
  public static ResultColumn text(String title) {
    return new ResultColumn(title, keyOf(title), Unit.TEXT);
  }

  /** Of whole numbers. */
  public static ResultColumn count(String title, String key) {
    return new ResultColumn(title, key, Unit.COUNT);
  }

  /** Of shares in [0, 1], written in percent. */
  public static ResultColumn percent(String title, String key) {
    return new ResultColumn(title, key, Unit.PERCENT);
  }

  /** Of numbers in their own unit. */
  public static ResultColumn coefficient(String title, String key) {
    return new ResultColumn(title, key, Unit.COEFFICIENT);
  }

  /** Of differences of shares, written in percentage points. */
  public static ResultColumn points(String title, String key) {
    return new ResultColumn(title, key, Unit.POINTS);
  }

  /** The title with its unit, e.g. {@code F1 (%)}. */
  public String heading() {
    return unit.headed(title);
  }

  /** The name in CSV and Parquet, e.g. {@code f1_percent}. */
  public String name() {
    return unit.named(key);
  }

  /** This column under another key. */
  ResultColumn withKey(String key) {
    return new ResultColumn(title, key, unit);
  }

  private static String keyOf(String title) {
    String key =
        title
            .toLowerCase(Locale.ROOT)
            .replace("%", "percent")
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_|_$", "");
    return key.isEmpty() ? "column" : key;
  }
}
