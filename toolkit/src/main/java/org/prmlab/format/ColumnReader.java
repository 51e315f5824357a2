package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.IdIndex;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.SolutionColumnsBuilder;
import org.prmlab.data.SolutionRow;

/**
 * Reads a file of solutions, of whatever format, into columns.
 *
 * <p>JSONL and Parquet of the toolkit's own records and of ProcessBench's is read in blocks of
 * whole lines side by side, without an object per solution, and of Parquet only the columns that
 * are asked for; everything else is read record by record. The columns are in file order however
 * many threads there are, and the same either way.
 */
public final class ColumnReader {
  private final ColumnRequest request;
  private final LongConsumer progress;
  private final int threads;
  private final Optional<BadRecords> badRecords;

  private ColumnReader(
      ColumnRequest request, LongConsumer progress, int threads, Optional<BadRecords> badRecords) {
    this.request = request;
    this.progress = progress;
    this.threads = threads;
    this.badRecords = badRecords;
  }

  /** Reads what is asked for, with as many threads as there are cores. */
  public static ColumnReader of(ColumnRequest request) {
    return new ColumnReader(
        request, read -> {}, Runtime.getRuntime().availableProcessors(), Optional.empty());
  }

  /**
   * This reader, telling how far it is.
   *
   * @param progress hears now and then how many solutions have been read
   */
  public ColumnReader withProgress(LongConsumer progress) {
    return new ColumnReader(request, progress, threads, badRecords);
  }

  /**
   * This reader, going on after bad records: it reads record by record then.
   *
   * @param badRecords what happens to them
   */
  public ColumnReader withBadRecords(BadRecords badRecords) {
    return new ColumnReader(request, progress, threads, Optional.of(badRecords));
  }

  /** This reader with another number of threads, at least 1. */
  public ColumnReader withThreads(int threads) {
    return new ColumnReader(request, progress, threads, badRecords);
  }

  /** Whether it goes on after bad records. */
  boolean setsAside() {
    return badRecords.isPresent();
  }

  /**
   * The solutions of a file.
   *
   * @throws FormatException if the file cannot be read, a record is bad, or two have the same id
   */
  public SolutionColumns read(Path path) {
    return read(path, Formats.detect(path));
  }

  /** {@link #read(Path)} of a known format. */
  public SolutionColumns read(Path path, RecordFormat format) {
    return readNoted(path, format).columns();
  }

  /**
   * What was read.
   *
   * @param notes what the user must know, one sentence each
   * @param fileEnds for each file, how many solutions it and those before it have; empty if records
   *     cannot be read by their positions
   */
  record Noted(SolutionColumns columns, List<String> notes, List<Integer> fileEnds) {}

  Noted readNoted(Path path, RecordFormat format) {
    boolean whole = badRecords.isEmpty() && isPlain(format);
    Optional<Noted> plain = whole ? blocks(path, format) : Optional.empty();
    return plain
        .filter(read -> IdIndex.duplicate(read.columns().ids()).isEmpty())
        .orElseGet(() -> records(path, format));
  }

  private boolean isPlain(RecordFormat format) {
    return (format instanceof PrmlabRecord || format instanceof ProcessBench)
        && request.fields().stream().noneMatch(PrmlabRecord::reads);
  }

  /** Record by record. */
  private Noted records(Path path, RecordFormat format) {
    SolutionColumnsBuilder columns = new SolutionColumnsBuilder(request);
    SolutionRow row = new SolutionRow(request);
    try (UniqueSolutions solutions =
        UniqueSolutions.open(path, format, badRecords.orElse(BadRecords.stop()))) {
      while (solutions.hasNext()) {
        row.of(solutions.next());
        columns.add(row);
        progress.accept(columns.size());
      }
      return new Noted(columns.build(), solutions.notes(), List.of());
    }
  }

  /** In blocks; empty if a record is bad, or a file is no JSONL. */
  private Optional<Noted> blocks(Path path, RecordFormat format) {
    SolutionColumnsBuilder columns = new SolutionColumnsBuilder(request);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    DamagedRecords damaged = new DamagedRecords();
    List<Integer> fileEnds = new ArrayList<>();
    boolean byPosition = true;
    try {
      for (Path file : DataFiles.of(path).files()) {
        try (InputStream bytes = lines(file)) {
          damaged.in(() -> lines(file));
          if (!read(new LineBlocks(bytes), new Work(format, workers, damaged), columns)) {
            return Optional.empty();
          }
        }
        fileEnds.add(columns.size());
        byPosition &= !RecordFile.isParquet(file);
      }
      return Optional.of(
          new Noted(columns.build(), damaged.notes(), byPosition ? fileEnds : List.of()));
    } catch (FormatException | IOException e) {
      return Optional.empty(); // the readers of whole records say what is wrong
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FormatException.of(path.toString(), "reading was interrupted; start it again");
    } finally {
      workers.shutdownNow();
    }
  }

  private InputStream lines(Path file) throws IOException {
    return RecordFile.isParquet(file) ? ParquetLines.open(file, request) : RecordFile.lines(file);
  }

  private record Work(RecordFormat format, ExecutorService workers, DamagedRecords damaged) {
    Future<RowBlock.Done> begin(LineBlocks.Block block, ColumnRequest request) {
      return workers.submit(() -> RowBlock.read(block, format, request));
    }
  }

  /** False if a record is bad. */
  private boolean read(LineBlocks blocks, Work work, SolutionColumnsBuilder to)
      throws IOException, InterruptedException {
    long position = 0;
    Deque<Future<RowBlock.Done>> running = new ArrayDeque<>();
    Optional<LineBlocks.Block> block = blocks.next();
    while (block.isPresent() || !running.isEmpty()) {
      if (block.isPresent() && running.size() < 2 * threads) {
        running.add(work.begin(block.get(), request));
        block = blocks.next();
        continue;
      }
      RowBlock.Done done = result(running.remove());
      if (done.columns().isEmpty()) {
        return false;
      }
      work.damaged().add(done, position);
      to.addAll(done.columns().get(), position);
      position += done.block().length();
      blocks.recycle(done.block());
      progress.accept(to.size());
    }
    return true;
  }

  private static RowBlock.Done result(Future<RowBlock.Done> block) throws InterruptedException {
    try {
      return block.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a block of lines failed", e.getCause());
    }
  }
}
