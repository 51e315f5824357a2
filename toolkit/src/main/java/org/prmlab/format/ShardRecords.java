package org.prmlab.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The records of several files, one file after the other. Their numbers go on from file to file;
 * faults name the file. A file whose rest cannot be read does not hide the next one.
 */
final class ShardRecords implements RecordSource {
  private final Deque<Path> next;
  private Optional<RecordSource> open = Optional.empty();
  private long index = -1;

  ShardRecords(List<Path> files) {
    this.next = new ArrayDeque<>(files);
  }

  @Override
  public Optional<JsonRecord> next() throws MalformedRecord {
    while (advance()) {
      Optional<JsonRecord> record = record(open.orElseThrow());
      if (record.isPresent()) {
        return record;
      }
      closeShard();
    }
    return Optional.empty();
  }

  private Optional<JsonRecord> record(RecordSource shard) throws MalformedRecord {
    try {
      Optional<JsonRecord> record = shard.next();
      if (record.isPresent()) {
        index++;
      }
      return record.map(r -> r.numbered(index));
    } catch (MalformedRecord e) {
      index++;
      if (e.recovery == Recovery.NONE) {
        closeShard();
      }
      throw new MalformedRecord(e.fault, e.text, Recovery.NEXT_RECORD);
    }
  }

  /** Whether a file is open; empty ones, as parallel writers leave them, are passed over. */
  private boolean advance() {
    while (open.isEmpty() && !next.isEmpty()) {
      Path file = next.remove();
      try {
        if (Files.size(file) > 0) {
          open = Optional.of(RecordFile.open(file));
        }
      } catch (IOException e) {
        throw RecordFile.unreadable(file, e);
      }
    }
    return open.isPresent();
  }

  private void closeShard() {
    try {
      close();
    } catch (IOException e) {
      // Only reading was done: whatever was read has been checked already.
      open = Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    Optional<RecordSource> closed = open;
    open = Optional.empty();
    if (closed.isPresent()) {
      closed.get().close();
    }
  }
}
