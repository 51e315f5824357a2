package org.prmlab.format;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;

/** The good solutions of a file one by one, each with an id of its own. */
final class UniqueSolutions implements Iterator<LabeledSolution>, Closeable {
  private final SolutionReader reader;
  private final DoubleIds ids;
  private final BadRecords badRecords;
  private Optional<LabeledSolution> ready = Optional.empty();

  private UniqueSolutions(SolutionReader reader, DoubleIds ids, BadRecords badRecords) {
    this.reader = reader;
    this.ids = ids;
    this.badRecords = badRecords;
  }

  /**
   * Opens a file.
   *
   * @param badRecords what happens to bad records, and to those whose id came before where that is
   *     a fault
   */
  static UniqueSolutions open(Path path, RecordFormat format, BadRecords badRecords) {
    return new UniqueSolutions(
        SolutionReader.open(path, format, badRecords),
        new DoubleIds(path, format.doubleId()),
        badRecords);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && reader.hasNext()) {
      LabeledSolution solution = reader.next();
      Optional<FormatException> fault = ids.fault(solution);
      if (fault.isPresent()) {
        badRecords.found(fault.get(), PrmlabRecord.text(solution));
      } else {
        ready = Optional.of(ids.told(solution));
      }
    }
    return ready.isPresent();
  }

  @Override
  public LabeledSolution next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no solution left; ask hasNext() first");
    }
    LabeledSolution solution = ready.orElseThrow();
    ready = Optional.empty();
    return solution;
  }

  /** What the user must know of the solutions so far: one sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(reader.notes());
    notes.addAll(ids.notes());
    return notes;
  }

  @Override
  public void close() {
    reader.close();
  }
}
