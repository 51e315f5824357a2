package org.prmlab.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prmlab.format.FormatException;
import org.prmlab.format.JournalIndex;
import org.prmlab.format.JsonJournal;

/**
 * Every answer a run got, by prompt, kept in a file so that none is paid for twice. Labels are made
 * from it again in a moment: after a kill, at another threshold, with another strategy or with more
 * rollouts, whose first are there already. Answers are read from the file when they are needed.
 * Safe for use by several threads.
 */
public final class AnswerJournal implements AutoCloseable {
  private final JournalIndex index = new JournalIndex(); // of the file
  private final Map<String, List<Entry>> held = new HashMap<>(); // where there is no file
  private final @Nullable JsonJournal file;
  private Consumer<TokenUsage> listener = usage -> {};
  private TokenUsage earlier = TokenUsage.none();
  private TokenUsage added = TokenUsage.none();

  /** One answer: the samples from {@code first} on. */
  private record Entry(SampleRange samples, Supplier<ModelReply> answer) {}

  private AnswerJournal(@Nullable Path path, String configuration) {
    file = path == null ? null : JsonJournal.open(path, configuration, this::recall);
  }

  /** A journal that is forgotten at the end. */
  public static AnswerJournal inMemory() {
    return new AnswerJournal(null, "");
  }

  /**
   * Opens a file, new or begun by an earlier run.
   *
   * @param configuration of the source that answers
   * @throws FormatException if the file is of another configuration, or another run writes to it
   */
  public static AnswerJournal open(Path path, String configuration) {
    return new AnswerJournal(path, configuration);
  }

  private void recall(JsonJournal.Place place, JsonNode record) {
    ModelReply answer = AnswerRecord.read(record);
    earlier = earlier.plus(answer.usage());
    if (!answer.completions().isEmpty()) {
      index(AnswerRecord.key(record), AnswerRecord.samples(record), place);
    }
  }

  private void index(String key, SampleRange samples, JsonJournal.Place place) {
    index.add(key, new JournalIndex.Entry(place, samples.first(), samples.count()));
  }

  /** Calls {@code listener} with the usage of every answer that is added from now on. */
  public synchronized void listen(Consumer<TokenUsage> listener) {
    this.listener = listener;
  }

  /**
   * Keeps an answer; on return it is in the file.
   *
   * @param first index of the first of its samples
   */
  public void append(Prompt prompt, int first, ModelReply answer) {
    String key = prompt.key();
    ObjectNode record = AnswerRecord.of(key, first, answer);
    synchronized (this) {
      JsonJournal.@Nullable Place place = file == null ? null : file.append(record);
      if (!answer.completions().isEmpty()) {
        SampleRange samples = new SampleRange(first, answer.completions().size());
        if (place == null) {
          held.computeIfAbsent(key, k -> new ArrayList<>(1)).add(new Entry(samples, () -> answer));
        } else {
          index(key, samples, place);
        }
      }
      added = added.plus(answer.usage());
      listener.accept(answer.usage());
    }
  }

  /**
   * The samples of a prompt that are there, up to the first that is not.
   *
   * @param missing why the others are not, if any are not
   */
  public Samples drawn(Prompt prompt, String missing) {
    List<Entry> answers = of(prompt);
    List<Completion> found = new ArrayList<>();
    TokenUsage usage = TokenUsage.none();
    int next = prompt.samples().first();
    for (Entry entry : answers) {
      SampleRange has = entry.samples();
      if (has.first() <= next && next < has.end() && next < prompt.samples().end()) {
        int to = Math.min(has.end(), prompt.samples().end());
        ModelReply answer = entry.answer().get();
        found.addAll(answer.completions().subList(next - has.first(), to - has.first()));
        usage = usage.plus(share(answer.usage(), to - next, has.count()));
        next = to;
      }
    }
    return new Samples(
        found, usage, next < prompt.samples().end() ? Optional.of(missing) : Optional.empty());
  }

  /** How many of the wanted samples are there, from the first on. */
  public int have(Prompt prompt) {
    int next = prompt.samples().first();
    for (Entry entry : of(prompt)) {
      if (entry.samples().first() <= next && next < entry.samples().end()) {
        next = entry.samples().end();
      }
    }
    return Math.min(next, prompt.samples().end()) - prompt.samples().first();
  }

  /** The answers to a prompt, by first sample. */
  private synchronized List<Entry> of(Prompt prompt) {
    String key = prompt.key();
    List<Entry> answers = new ArrayList<>(held.getOrDefault(key, List.of()));
    index.of(key).forEach(entry -> answers.add(read(entry)));
    answers.sort((a, b) -> Integer.compare(a.samples().first(), b.samples().first()));
    return answers;
  }

  private Entry read(JournalIndex.Entry entry) {
    SampleRange samples = new SampleRange(entry.first(), entry.count());
    return new Entry(
        samples, () -> AnswerRecord.read(Objects.requireNonNull(file).at(entry.place())));
  }

  private static TokenUsage share(TokenUsage usage, int used, int of) {
    return new TokenUsage(
        usage.answers(),
        usage.promptTokens(),
        Math.round((double) usage.completionTokens() * used / of));
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
