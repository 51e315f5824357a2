package org.prmlab.cli.common;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabels;
import org.prmlab.format.FormatException;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.SolutionStream;
import org.prmlab.format.SolutionWriter;
import org.prmlab.format.Unwritable;
import org.prmlab.llm.AnswerJournal;

/**
 * Labels a file of any size window by window. The answers of the model are kept in a journal beside
 * the result, which is made from them and moved into place at the end; so a run that was killed, or
 * one that lacks answers, is continued by the same command, and asks only for what is missing.
 *
 * @param data the solutions
 * @param out the result
 * @param source name of the labels
 */
public record LabelRun(Path data, Path out, String source) {

  /** Labels some solutions. */
  public interface Window {
    List<Labeled> label(List<LabeledSolution> window);
  }

  /**
   * How many solutions are labeled at once.
   *
   * @param first in the first window
   * @param others in the windows after it
   */
  public record Windows(int first, int others) {}

  /**
   * One solution of the result.
   *
   * @param record with its labels
   * @param missing why it has none; it is left out then
   */
  public record Labeled(LabeledSolution record, Optional<String> missing) {}

  /**
   * What came out.
   *
   * @param missing reasons by id of the solutions that are left out
   */
  public record Result(int solutions, int steps, Map<String, String> missing) {}

  /**
   * The solutions to be labeled.
   *
   * @param reading how they are read
   * @throws IllegalArgumentException if one has labels of this source already
   */
  public SolutionStream records(ReadingOptions reading) {
    return reading.stream(
        data,
        record -> {
          if (record.labels(source).isPresent()) {
            throw new IllegalArgumentException(
                "%s: solution '%s' has labels of '%s' already; name the new ones by --source"
                    .formatted(data, record.solution().id(), source));
          }
        });
  }

  /**
   * A run from one file to another.
   *
   * @throws IllegalArgumentException if both are the same
   */
  public static LabelRun of(Path data, Path out, String source) {
    if (out.toAbsolutePath().normalize().equals(data.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(out + ": is the data itself; choose another file");
    }
    return new LabelRun(data, out, source);
  }

  /** The solutions of the data, whatever labels they have. */
  public SolutionStream allRecords(ReadingOptions reading) {
    return reading.stream(data, record -> {});
  }

  public Path journalFile() {
    return out.resolveSibling(out.getFileName() + ".journal.jsonl");
  }

  /**
   * Opens the journal.
   *
   * @throws IllegalArgumentException if the result would replace a file that has none
   */
  public AnswerJournal journal(String configuration) {
    requireOwnResult();
    return AnswerJournal.open(journalFile(), configuration);
  }

  /**
   * @throws IllegalArgumentException if the result would replace a file that has no journal
   */
  public void requireOwnResult() {
    if (Files.exists(out) && !Files.exists(journalFile())) {
      throw new IllegalArgumentException(
          out + ": exists and is no result of this command (it has no journal); choose another");
    }
  }

  /** Labels all records and writes those that are complete. */
  public Result write(SolutionStream records, Window labeler, Windows sizes) {
    Map<String, String> missing = new LinkedHashMap<>();
    int steps = 0;
    try (SolutionStream.Reader reader = records.open();
        SolutionWriter writer = SolutionWriter.create(out, new PrmlabRecord())) {
      int size = Math.min(sizes.first(), sizes.others());
      while (reader.hasNext()) {
        for (Labeled one : labeler.label(reader.next(size))) {
          if (one.missing().isPresent()) {
            missing.put(one.record().solution().id(), one.missing().get());
          } else {
            writer.write(one.record());
            steps += one.record().solution().steps().size();
          }
        }
        size = sizes.others();
      }
      writer.commit();
    } catch (Unwritable e) {
      throw FormatException.of(out.toString(), String.valueOf(e.getMessage()));
    }
    return new Result(records.size(), steps, missing);
  }

  /** A record with one more source of labels, and what is said about how they were made. */
  public static LabeledSolution with(
      LabeledSolution record, StepLabels labels, Map<String, String> more) {
    List<StepLabels> all = new ArrayList<>(record.labels());
    all.add(labels);
    Map<String, String> extra = new LinkedHashMap<>(record.extra());
    extra.putAll(more);
    return record.withLabels(all).withExtra(extra);
  }
}
