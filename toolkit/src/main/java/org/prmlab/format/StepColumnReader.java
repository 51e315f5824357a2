package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepColumns;

/**
 * Reads the step labels of one source from JSONL of the toolkit's own record straight into columns,
 * without an object per solution. Blocks of whole lines are parsed side by side; the columns are in
 * file order however many threads there are.
 */
public final class StepColumnReader {
  private final String source;
  private final NeutralRating neutral;
  private final int threads;

  private StepColumnReader(String source, NeutralRating neutral, int threads) {
    this.source = source;
    this.neutral = neutral;
    this.threads = threads;
  }

  /**
   * Reads the labels of {@code source}; neutral ratings have no label; as many threads as cores.
   */
  public static StepColumnReader of(String source) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new StepColumnReader(source, NeutralRating.DROP, cores);
  }

  /** This reader with another reading of neutral ratings. */
  public StepColumnReader withNeutral(NeutralRating neutral) {
    return new StepColumnReader(source, neutral, threads);
  }

  /** This reader with another number of threads, at least 1. */
  public StepColumnReader withThreads(int threads) {
    return new StepColumnReader(source, neutral, threads);
  }

  /**
   * The labels of all records of {@code path}, plain or gzip.
   *
   * @throws FormatException if the file or a record is bad, or a record has no labels of the source
   */
  public StepColumns read(Path path) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try (InputStream bytes = RecordFile.lines(path)) {
      LineBlocks blocks = new LineBlocks(bytes);
      Columns columns = new Columns(path.toString());
      Deque<Future<ColumnBlock>> running = new ArrayDeque<>();
      Optional<LineBlocks.Block> block = blocks.next();
      while (block.isPresent() || !running.isEmpty()) {
        if (block.isPresent() && running.size() < 2 * threads) {
          LineBlocks.Block next = block.get();
          running.add(workers.submit(() -> ColumnBlock.parse(next, source, neutral)));
          block = blocks.next();
        } else {
          ColumnBlock done = running.remove().get();
          columns.append(done);
          blocks.recycle(done.block());
        }
      }
      return columns.builder.build();
    } catch (IOException e) {
      throw RecordFile.unreadable(path, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading " + path + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FormatException.of(path.toString(), "reading was interrupted; start it again");
    } finally {
      workers.shutdownNow();
    }
  }

  /** The labels of one record. */
  StepColumns columns(RecordLine line) {
    byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
    ColumnBlock block = ColumnBlock.parse(LineBlocks.Block.of(bytes), source, neutral);
    if (block.fault().isPresent()) {
      throw FormatException.at(line.file(), line.index() + 1, block.fault().get());
    }
    return block.columns();
  }

  /** What has been read, block after block. */
  private static final class Columns {
    private final String file;
    private final StepColumns.Builder builder = new StepColumns.Builder();
    private long lines;

    Columns(String file) {
      this.file = file;
    }

    void append(ColumnBlock block) {
      if (block.fault().isPresent()) {
        throw FormatException.at(file, lines + block.lines(), block.fault().get());
      }
      builder.append(block.columns());
      lines += block.lines();
    }
  }
}
