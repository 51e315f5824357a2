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
import org.jspecify.annotations.Nullable;
import org.prmlab.format.JournalIndex;
import org.prmlab.format.JsonJournal;
import org.prmlab.llm.TokenUsage;

/**
 * What a server answered, a line a solution, kept in a file so that nothing is paid for twice. The
 * numbers are those of the server: how they become scores can be changed afterwards. Safe for use
 * by several threads.
 */
public final class RewardJournal implements AutoCloseable {
  private final @Nullable JsonJournal file;
  private final JournalIndex index = new JournalIndex(); // of the file
  private final Map<String, RewardRows> held = new HashMap<>(); // where there is no file
  private Consumer<TokenUsage> listener = usage -> {};
  private TokenUsage earlier = TokenUsage.none();
  private TokenUsage added = TokenUsage.none();

  private RewardJournal(@Nullable Path path, String configuration) {
    file = path == null ? null : JsonJournal.open(path, configuration, this::recall);
  }

  /** A journal that is forgotten at the end. */
  public static RewardJournal inMemory() {
    return new RewardJournal(null, "");
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
    index(record.path("solution").asText(""), place);
    earlier = earlier.plus(usage(record.path("prompt_tokens").asLong()));
  }

  private void index(String solution, JsonJournal.Place place) {
    index.add(solution, new JournalIndex.Entry(place, 0, 1));
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
    if (file == null) {
      held.put(solution, answer);
    } else {
      index(solution, file.append(record.put("prompt_tokens", answer.tokens())));
    }
    added = added.plus(usage(answer.tokens()));
    listener.accept(usage(answer.tokens()));
  }

  synchronized boolean has(String solution) {
    return held.containsKey(solution) || !index.of(solution).isEmpty();
  }

  /** The newest answer. */
  synchronized Optional<RewardRows> of(String solution) {
    List<JournalIndex.Entry> there = index.of(solution);
    if (file == null || there.isEmpty()) {
      return Optional.ofNullable(held.get(solution));
    }
    return Optional.of(read(file.at(there.get(there.size() - 1).place())));
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
    if (file != null) {
      file.close();
    }
  }
}
