package org.prmlab.llm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.prmlab.llm.TokenUsage;

/**
 * What models cost, as the user states it: {@code {"name of the model": {"prompt": 0.15,
 * "completion": 0.6}}}, in any currency for a million tokens.
 */
public final class PriceTable {
  private static final double MILLION = 1e6;
  private final Path file;
  private final Map<String, Price> prices;

  private record Price(double prompt, double completion) {}

  private PriceTable(Path file, Map<String, Price> prices) {
    this.file = file;
    this.prices = prices;
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if a price is missing or negative
   */
  public static PriceTable read(Path file) {
    Map<String, Price> prices = new LinkedHashMap<>();
    try {
      JsonNode table = new ObjectMapper().readTree(file.toFile());
      for (Map.Entry<String, JsonNode> row : table.properties()) {
        prices.put(
            row.getKey(), new Price(number(file, row, "prompt"), number(file, row, "completion")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PriceTable(file, prices);
  }

  private static double number(Path file, Map.Entry<String, JsonNode> row, String field) {
    JsonNode price = row.getValue().path(field);
    if (!price.isNumber() || price.doubleValue() < 0) {
      throw new IllegalArgumentException(
          "%s: model '%s' has no price for a million %s tokens; expected a number, 0 or more"
              .formatted(file, row.getKey(), field));
    }
    return price.doubleValue();
  }

  /**
   * The cost of some usage, in the table's currency.
   *
   * @throws IllegalArgumentException if the model is not in the table
   */
  public double cost(String model, TokenUsage usage) {
    Price price = prices.get(model);
    if (price == null) {
      throw new IllegalArgumentException(
          "%s: no prices of '%s', but of %s".formatted(file, model, prices.keySet()));
    }
    return (price.prompt() * usage.promptTokens() + price.completion() * usage.completionTokens())
        / MILLION;
  }
}
