package org.prmlab.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;

/** The solutions of a file, one record in memory at a time. */
public final class SolutionReader implements Iterator<LabeledSolution>, Closeable {
  private final RecordSource source;
  private final RecordFormat format;
  private final BadRecords badRecords;
  private final Deque<LabeledSolution> ready = new ArrayDeque<>();
  private boolean ended;
  private int damaged;
  private long firstDamaged;
  private String firstDamage = "";

  private SolutionReader(RecordSource source, RecordFormat format, BadRecords badRecords) {
    this.source = source;
    this.format = format;
    this.badRecords = badRecords;
  }

  /**
   * Opens a file that stops at the first bad record.
   *
   * @throws FormatException if the file cannot be read
   */
  public static SolutionReader open(Path path, RecordFormat format) {
    return open(path, format, BadRecords.stop());
  }

  /**
   * Opens a file, or the shards of a folder or pattern: JSON array, JSONL or Parquet, plain, gzip
   * or zstd, told apart by content.
   *
   * @throws FormatException if the file cannot be read
   */
  public static SolutionReader open(Path path, RecordFormat format, BadRecords badRecords) {
    return new SolutionReader(RecordFile.open(path), format, badRecords);
  }

  /**
   * Whether another solution follows; reads on to find out.
   *
   * @throws FormatException if the next record is bad and the policy is to stop
   */
  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      advance();
    }
    return !ready.isEmpty();
  }

  @Override
  public LabeledSolution next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no solution left; ask hasNext() first");
    }
    return ready.remove();
  }

  private void advance() {
    try {
      Optional<JsonRecord> record = source.next();
      record.ifPresent(this::decode);
      ended = record.isEmpty();
    } catch (RecordSource.MalformedRecord e) {
      ended = e.recovery == RecordSource.Recovery.NONE;
      badRecords.found(e.fault, e.text);
    }
  }

  private void decode(JsonRecord record) {
    try {
      List<LabeledSolution> solutions = format.decode(record);
      solutions.stream()
          .flatMap(s -> TextDamage.controlIn(s).stream())
          .findFirst()
          .ifPresent(words -> damaged(record, words));
      ready.addAll(solutions);
    } catch (FormatException e) {
      badRecords.found(e, record.toString());
    }
  }

  private void damaged(JsonRecord record, String words) {
    if (++damaged == 1) {
      firstDamaged = record.line();
      firstDamage = words;
    }
  }

  /** What the user must know of the records read so far: one sentence each. */
  public List<String> notes() {
    return damaged == 0 ? List.of() : List.of(note(damaged, firstDamaged, firstDamage));
  }

  /**
   * @param damaged how many records hold control characters
   * @param line of the first
   * @param words what is in it
   */
  static String note(int damaged, long line, String words) {
    return "%d record%s control characters (first in line %d: %s), as a backslash that was not doubled leaves; the text is kept as it is"
        .formatted(damaged, damaged == 1 ? " has" : "s have", line, words);
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      // Only reading was done: whatever was read has been checked already.
      ended = true;
    }
  }
}
