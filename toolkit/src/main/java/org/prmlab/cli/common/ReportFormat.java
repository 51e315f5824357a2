package org.prmlab.cli.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/**
 * {@code --json} of every command that reports: one JSON object on standard output, keys in
 * snake_case, and nothing else there; without it the same result as text for people.
 */
public final class ReportFormat {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  /**
   * Prints one result.
   *
   * @param result a record, list or map, printed if {@code --json} was given
   * @param text the same for people, printed otherwise
   */
  public void print(PrintWriter out, Object result, String text) {
    out.println(json ? toJson(result) : text);
    out.flush();
  }

  /** Prints a part of a long result as soon as it is known; nothing if {@code --json} was given. */
  public void printPart(PrintWriter out, String text) {
    if (!json) {
      out.println(text);
      out.flush();
    }
  }

  /** Prints a result whose parts were printed before; nothing unless {@code --json} was given. */
  public void printWhole(PrintWriter out, Object result) {
    if (json) {
      out.println(toJson(result));
      out.flush();
    }
  }

  private static String toJson(Object result) {
    try {
      return JSON.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the result as JSON", e);
    }
  }
}
