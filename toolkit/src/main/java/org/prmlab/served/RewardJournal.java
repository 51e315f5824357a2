package org.prmlab.served;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.prmlab.format.JsonJournal;
import org.prmlab.labeling.TokenUsage;

/**
 * What a server answered, a line a solution, kept in a file so that nothing is paid for twice. The
 * numbers are those of the server: how they become scores can be changed afterwards. Safe for use
 * by several threads.
 */
public final class RewardJournal implements AutoCloseable {
  private final JsonJournal file;
  private final Map<String, JsonJournal.Place> places = new HashMap<>();
  private Consumer<TokenUsage> listener = usage -> {};
  private TokenUsage earlier = TokenUsage.none();
  private TokenUsage added = TokenUsage.none();

  private RewardJournal(Path path, String configuration) {
    file = JsonJournal.open(path, configuration, this::recall);
  }

  /**
   * Opens a file, new or begun by an earlier run.
   *
   * @param configuration of the PRM that answers
   * @throws org.prmlab.format.FormatException if the file is of another configuration, or another
   *     run writes to it
   */
  public static RewardJournal open(Path path, String configuration) {
    return new RewardJournal(path, configuration);
  }

  private void recall(JsonJournal.Place place, JsonNode record) {
    places.put(record.path("solution").asText(""), place);
    earlier = earlier.plus(usage(record.path("prompt_tokens").asLong()));
  }

  private static TokenUsage usage(long tokens) {
    return new TokenUsage(1, tokens, 0);
  }

  /** Calls {@code listener} with the usage of every answer that is added from now on. */
  public synchronized void listen(Consumer<TokenUsage> listener) {
    this.listener = listener;
  }

  /** Keeps an answer; on return it is in the file. */
  synchronized void append(String solution, RewardRows answer) {
    ObjectNode record = JsonNodeFactory.instance.objectNode().put("solution", solution);
    ArrayNode rows = record.putArray("rows");
    for (double[] row : answer.rows()) {
      ArrayNode numbers = rows.addArray();
      for (double number : row) {
        numbers.add(number);
      }
    }
    places.put(solution, file.append(record.put("prompt_tokens", answer.tokens())));
    added = added.plus(usage(answer.tokens()));
    listener.accept(usage(answer.tokens()));
  }

  synchronized boolean has(String solution) {
    return places.containsKey(solution);
  }

  synchronized Optional<RewardRows> of(String solution) {
    return Optional.ofNullable(places.get(solution)).map(place -> read(file.at(place)));
  }

  private static RewardRows read(JsonNode record) {
    List<double[]> rows = new ArrayList<>();
    for (JsonNode row : record.path("rows")) {
      double[] numbers = new double[row.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = row.get(i).doubleValue();
      }
      rows.add(numbers);
    }
    return new RewardRows(rows, record.path("prompt_tokens").asLong());
  }

  /** What earlier runs on this file took. */
  public synchronized TokenUsage earlier() {
    return earlier;
  }

  /** What was added since it was opened. */
  public synchronized TokenUsage added() {
    return added;
  }

  @Override
  public void close() {
    file.close();
  }
}
