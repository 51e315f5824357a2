package org.prmlab.format;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.prmlab.data.LabeledSolution;

/**
 * The solutions of a file of any size. It is read once from end to end, so that every record is
 * checked before anything is made of it, and then again from the front, one solution at a time.
 * Between the two nothing is kept of it; the first time takes some 40 bytes a solution, to find ids
 * that come twice.
 */
public final class SolutionStream {
  private final Path path;
  private final RecordFormat format;
  private final OutcomeScores outcomes = new OutcomeScores();
  private final List<String> notes = new ArrayList<>();
  private Set<String> outcomeNames = Set.of();
  private int size;
  private long print; // of all ids, in order
  private boolean doubled = true; // whether ids may come twice

  private SolutionStream(Path path, RecordFormat format) {
    this.path = path;
    this.format = format;
  }

  /**
   * Reads a file once.
   *
   * @param badRecords what happens to bad records; they are passed over when the file is read again
   * @param seen hears every good solution, and how many there were with it
   * @throws FormatException if the file cannot be read, a record is bad, or two have the same id
   */
  public static SolutionStream check(
      Path path, RecordFormat format, BadRecords badRecords, ObjIntConsumer<LabeledSolution> seen) {
    SolutionStream stream = new SolutionStream(path, format);
    Reader reader = stream.new Reader(badRecords);
    try (reader) {
      while (reader.advance()) {
        LabeledSolution solution = reader.take();
        stream.outcomes.see(solution);
        seen.accept(solution, reader.read);
      }
    }
    stream.size = reader.read;
    stream.print = reader.print;
    stream.outcomeNames = stream.outcomes.names();
    stream.notes.addAll(reader.solutions.notes());
    stream.notes.addAll(reader.ids.notes());
    stream.doubled = reader.doubled || !reader.ids.notes().isEmpty();
    return stream;
  }

  /** How many solutions there are. */
  public int size() {
    return size;
  }

  /** What the user must know of the records: one sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** The solutions again, from the first on. */
  public Reader open() {
    return new Reader((fault, record) -> {});
  }

  /** One solution after the other. */
  public final class Reader implements Iterator<LabeledSolution>, Closeable {
    private final SolutionReader solutions;
    private final DoubleIds ids = new DoubleIds(path, format.doubleId());
    private final BadRecords badRecords;
    private Optional<LabeledSolution> next = Optional.empty();
    private int read;
    private long print;
    private boolean doubled;

    private Reader(BadRecords badRecords) {
      this.badRecords = badRecords;
      this.solutions = SolutionReader.open(path, format, badRecords);
    }

    /**
     * Whether another solution follows.
     *
     * @throws FormatException if the file is not the one that was checked
     */
    @Override
    public boolean hasNext() {
      boolean more = next.isPresent() || advance();
      if (more ? read == size : read != size || print != SolutionStream.this.print) {
        throw FormatException.of(
            path.toString(),
            "has changed while it was read; let other programs finish, start again");
      }
      return more;
    }

    @Override
    public LabeledSolution next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no solution left; ask hasNext() first");
      }
      return OutcomeScores.apart(take(), outcomeNames);
    }

    /** The next solutions, at most so many. */
    public List<LabeledSolution> next(int most) {
      List<LabeledSolution> some = new ArrayList<>();
      while (some.size() < most && hasNext()) {
        some.add(next());
      }
      return some;
    }

    /** Passes over the next solutions. */
    public void skip(int solutions) {
      for (int i = 0; i < solutions; i++) {
        next();
      }
    }

    /** The ids of the next solutions, each of which is read when it is asked for. */
    public Iterator<String> ids() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return Reader.this.hasNext();
        }

        @Override
        public String next() {
          return Reader.this.next().solution().id();
        }
      };
    }

    /** Moves to the next good solution; false at the end. */
    private boolean advance() {
      while (next.isEmpty() && solutions.hasNext()) {
        LabeledSolution solution = solutions.next();
        next = SolutionStream.this.doubled ? ownId(solution) : Optional.of(solution);
      }
      return next.isPresent();
    }

    private Optional<LabeledSolution> ownId(LabeledSolution solution) {
      Optional<FormatException> fault = ids.fault(solution);
      if (fault.isPresent()) {
        doubled = true;
        badRecords.found(fault.get(), PrmlabRecord.text(solution));
        return Optional.empty();
      }
      return Optional.of(ids.told(solution));
    }

    private LabeledSolution take() {
      LabeledSolution solution = next.orElseThrow();
      next = Optional.empty();
      read++;
      print = 31 * print + solution.solution().id().hashCode();
      return solution;
    }

    @Override
    public void close() {
      solutions.close();
    }
  }
}
