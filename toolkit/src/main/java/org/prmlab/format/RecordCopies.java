package org.prmlab.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.SolutionColumns;

/**
 * Copies the records of a file to other files, with more labels. The file is read a second time; no
 * record is held. Lines of the toolkit's own records are copied as they stand.
 *
 * @param in the file
 * @param format its format, one solution a record
 * @param columns what was read of it
 * @param added labels that records get
 */
public record RecordCopies(
    Path in, RecordFormat format, SolutionColumns columns, AddedLabels added) {

  /**
   * Writes the files, which appear when all is written.
   *
   * @param targets the files; JSONL if the name ends so
   * @param targetOf for each record the file it belongs to, counted from 0; -1 for none
   * @throws FormatException if a file cannot be read or written
   */
  public void write(List<Path> targets, int[] targetOf) {
    if (linesCanBeCopied(targets, targetOf)) {
      copyLines(targets, targetOf);
    } else {
      writeRecords(targets, targetOf, BadRecords.stop());
    }
  }

  /**
   * The same where bad records were passed over when the columns were read, as they are again.
   *
   * @param targetOf for each good record the file it belongs to
   */
  public void writeGood(List<Path> targets, int[] targetOf) {
    writeRecords(targets, targetOf, (fault, record) -> {});
  }

  private boolean linesCanBeCopied(List<Path> targets, int[] targetOf) {
    return format instanceof PrmlabRecord
        && isOneText()
        && targets.stream().allMatch(t -> RecordLayout.of(t) == RecordLayout.LINES)
        && IntStream.range(0, columns.size())
            .allMatch(i -> targetOf[i] < 0 || columns.labelsEnd(i) >= 0);
  }

  private boolean isOneText() {
    List<Path> files = DataFiles.of(in).files();
    try {
      return files.size() == 1 && !RecordFile.isParquet(files.get(0));
    } catch (IOException e) {
      throw RecordFile.unreadable(in, e);
    }
  }

  private void writeRecords(List<Path> targets, int[] targetOf, BadRecords badRecords) {
    List<SolutionWriter> writers = new ArrayList<>();
    try (UniqueSolutions reader = UniqueSolutions.open(in, format, badRecords)) {
      targets.forEach(t -> writers.add(SolutionWriter.create(t, new PrmlabRecord())));
      for (int i = 0; reader.hasNext(); i++) {
        LabeledSolution solution = reader.next();
        if (targetOf[i] >= 0) {
          writers.get(targetOf[i]).write(added.to(solution, i));
        }
      }
      writers.forEach(SolutionWriter::commit);
    } catch (Unwritable e) {
      throw FormatException.of(in.toString(), String.valueOf(e.getMessage()));
    } finally {
      writers.forEach(SolutionWriter::close);
    }
  }

  private void copyLines(List<Path> targets, int[] targetOf) {
    List<OutputStream> outs = new ArrayList<>();
    try (Lines lines = new Lines(RecordFile.lines(DataFiles.of(in).files().get(0)))) {
      for (Path target : targets) {
        outs.add(SolutionWriter.stream(part(target), target));
      }
      copyLines(lines, outs, targetOf);
      for (int i = 0; i < outs.size(); i++) {
        outs.get(i).close();
        Files.move(part(targets.get(i)), targets.get(i), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw SolutionWriter.unwritable(targets.get(0), e);
    } finally {
      discard(targets, outs);
    }
  }

  private void copyLines(Lines lines, List<OutputStream> outs, int[] targetOf) throws IOException {
    byte[][] texts = added.texts();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int record = 0;
    while (lines.next()) {
      if (lines.isBlank()) {
        continue;
      }
      if (record < targetOf.length && targetOf[record] >= 0) {
        line.reset();
        copy(lines, record, texts, line);
        line.writeTo(outs.get(targetOf[record]));
      }
      record++;
    }
    requireSame(record == targetOf.length);
  }

  private void copy(Lines lines, int record, byte[][] texts, ByteArrayOutputStream to) {
    int end = lines.length();
    while (end > 0 && lines.bytes()[end - 1] == '\r') {
      end--;
    }
    int labels = columns.labelsEnd(record) + lines.indent();
    requireSame(labels < end && lines.bytes()[labels] == ']');
    if (added.begins()[record] < 0) {
      to.write(lines.bytes(), 0, end);
    } else {
      to.write(lines.bytes(), 0, labels);
      added.entry(record, columns.steps(record), texts, to);
      to.write(lines.bytes(), labels, end - labels);
    }
    to.write('\n');
  }

  private void requireSame(boolean same) {
    if (!same) {
      throw FormatException.of(
          in.toString(), "has changed while it was read; let other programs finish, start again");
    }
  }

  private static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  private static void discard(List<Path> targets, List<OutputStream> outs) {
    try {
      for (OutputStream out : outs) {
        out.close();
      }
      for (Path target : targets) {
        Files.deleteIfExists(part(target));
      }
    } catch (IOException e) {
      throw SolutionWriter.unwritable(targets.get(0), e);
    }
  }
}
