package org.prmlab.cli.common;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.format.Alternatives;
import org.prmlab.format.BadRecords;
import org.prmlab.format.ColumnFile;
import org.prmlab.format.ColumnReader;
import org.prmlab.format.FieldMap;
import org.prmlab.format.FormatException;
import org.prmlab.format.Formats;
import org.prmlab.format.QuestionEnd;
import org.prmlab.format.Reading;
import org.prmlab.format.RecordFormat;
import org.prmlab.format.RejectedRecords;
import org.prmlab.format.SolutionStream;
import org.prmlab.format.StepDivision;
import org.prmlab.format.StepFiles;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How files of solutions are read, and what becomes of bad records. */
public final class ReadingOptions {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Format to read; by default told from the first record.")
  private @Nullable RecordFormat from;

  @Option(
      names = "--map",
      paramLabel = "NAME=FIELD",
      split = ",",
      description = {
        "Read records of any other layout by the names of their fields:"
            + " problem=prompt,steps=response,label=labels. Left: id, problem_id, problem, answer,"
            + " generator; steps (a list, or a text to divide), response (a text), or samples"
            + " (several solutions); final_answer, correct, label, rating, first_error,"
            + " first_error_from_1, scores, outcome_score. Right: names with dots and items:"
            + " doc.steps[0], outputs[].text, messages[role=user].content."
      })
  private List<String> map = List.of();

  @Option(
      names = "--steps-by",
      paramLabel = "NAME",
      description =
          "Divide texts into steps by paragraphs (default), by lines, or by this text"
              + " (\\n for a line break).")
  private @Nullable StepDivision steps;

  @Option(
      names = "--alternatives",
      paramLabel = "NAME",
      description =
          "PRM800K: the chosen completions only (default), or every rated one, each ending a"
              + " solution of its own.")
  private @Nullable Alternatives alternatives;

  @Option(
      names = "--question-ends",
      paramLabel = "TEXT",
      description =
          "Where question and first step are one text: the question ends after TEXT (\\n for a"
              + " line break).")
  private @Nullable String questionEnds;

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description = "The same: the question is one of this file's (problem, question or prompt).")
  private @Nullable Path questions;

  @Option(
      names = "--reject",
      paramLabel = "FILE",
      description = "Set bad records aside in FILE (JSONL, with reasons) instead of stopping.")
  private @Nullable Path reject;

  private boolean begun;

  /** Reads with a policy for bad records. */
  public interface Read<T> {
    T apply(BadRecords badRecords);
  }

  /**
   * How to read.
   *
   * @throws IllegalArgumentException if two options contradict each other
   */
  Reading reading() {
    if (from != null && !map.isEmpty()) {
      throw new IllegalArgumentException("--from and --map both say what is read; give one");
    }
    if (questions != null && questionEnds != null) {
      throw new IllegalArgumentException(
          "--questions and --question-ends both say where questions end; give one");
    }
    Reading reading = Reading.withDefaults();
    reading = from == null ? reading : reading.withFormat(from);
    reading = map.isEmpty() ? reading : reading.withMap(FieldMap.of(map));
    reading = steps == null ? reading : reading.withSteps(steps);
    reading = alternatives == null ? reading : reading.withAlternatives(alternatives);
    reading = questions == null ? reading : reading.withQuestionEnd(QuestionEnd.read(questions));
    return questionEnds == null
        ? reading
        : reading.withQuestionEnd(QuestionEnd.after(questionEnds));
  }

  /**
   * The format of a file, with the choices made here.
   *
   * @throws FormatException if it is not named and cannot be told; bad records are set aside
   */
  public RecordFormat format(Path file) {
    Reading reading = reading();
    try {
      return reading.of(file);
    } catch (FormatException e) {
      withBadRecords(bad -> Formats.malformed(file, bad));
      throw e;
    }
  }

  /** What decides the solutions beside the file; empty if nothing was chosen. */
  public String fingerprint() {
    List<String> choices = new ArrayList<>();
    if (!map.isEmpty()) {
      choices.add("map " + FieldMap.of(map));
    }
    if (steps != null) {
      choices.add("steps by " + steps);
    }
    if (alternatives != null) {
      choices.add("alternatives " + Named.name(alternatives));
    }
    if (questionEnds != null) {
      choices.add("questions end after " + questionEnds);
    }
    if (questions != null) {
      choices.add("questions " + StepFiles.sha256(questions));
    }
    return choices.stream().map(c -> "; " + c).collect(Collectors.joining());
  }

  /**
   * The format of a file that may hold other rows than solutions, such as predictions.
   *
   * @return empty if its first record is no solution in the named or any other format
   */
  Optional<RecordFormat> formatIfSolutions(Path file) {
    try {
      Reading reading = reading();
      return isNamed() && !Formats.fits(reading.of(file), file)
          ? Optional.of(Formats.detect(file))
          : Optional.of(reading.of(file));
    } catch (FormatException e) {
      return Optional.empty();
    }
  }

  /** Whether a format was named, or a map. */
  public boolean isNamed() {
    return from != null || !map.isEmpty();
  }

  /** Whether bad records are set aside. */
  public boolean setsAside() {
    return reject != null;
  }

  /**
   * The solutions of a file; what must be known of them is said on the error stream.
   *
   * @throws FormatException if it cannot be read, or no record of it can
   */
  public StepDataset read(Path file) {
    return read(file, solutionsRead -> {});
  }

  /** The same, told while it reads. */
  public StepDataset read(Path file, LongConsumer progress) {
    RecordFormat format = format(file);
    StepDataset dataset = withBadRecords(bad -> StepFiles.read(file, format, bad, progress));
    say(file, dataset.card().notes());
    return dataset;
  }

  /**
   * The solutions of a file of any size, each checked once; what must be known of them is said on
   * the error stream.
   *
   * @param seen hears every solution
   * @throws FormatException if it cannot be read, or no record of it can
   */
  public SolutionStream stream(Path file, Consumer<LabeledSolution> seen) {
    RecordFormat format = format(file);
    try (var count = new TerminalCount("solutions read")) {
      SolutionStream stream =
          withBadRecords(
              bad ->
                  SolutionStream.check(
                      file,
                      format,
                      bad,
                      (solution, number) -> {
                        seen.accept(solution);
                        count.accept(number);
                      }));
      say(file, stream.notes());
      return stream;
    }
  }

  /**
   * The solutions of a file as columns.
   *
   * @throws FormatException if it cannot be read, or no record of it can
   */
  ColumnFile columns(Path file, RecordFormat format, ColumnRequest request) {
    try (var count = new TerminalCount("solutions")) {
      ColumnReader reader = ColumnReader.of(request).withProgress(count);
      return withBadRecords(
          bad -> ColumnFile.read(file, format, setsAside() ? reader.withBadRecords(bad) : reader));
    }
  }

  /**
   * The same to be measured on; what must be known of them is said on the error stream.
   *
   * @throws FormatException if it cannot be read, or no record of it can
   */
  public EvaluatedData evaluated(Path file, ColumnRequest request) {
    RecordFormat format = format(file);
    var card = CompletableFuture.supplyAsync(() -> StepFiles.card(file, format));
    ColumnFile read = columns(file, format, request);
    say(file, read.notes());
    ProblemWarning.print(read, command.commandLine().getErr());
    return new EvaluatedData(
        file, card.join().withNotes(read.notes()), read.columns(), read::solutions);
  }

  /** Runs a reader; says how many records it set aside. */
  public <T> T withBadRecords(Read<T> read) {
    if (reject == null) {
      return read.apply(BadRecords.stop());
    }
    try (RejectedRecords rejected =
        begun ? RejectedRecords.append(reject) : RejectedRecords.create(reject)) {
      begun = true;
      T result = read.apply(rejected);
      if (rejected.count() > 0) {
        say(reject, List.of(rejected.count() + " records set aside"));
      }
      return result;
    }
  }

  /** Says what must be known of a file. */
  public void say(Path file, List<String> notes) {
    PrintWriter err = command.commandLine().getErr();
    notes.forEach(note -> err.println("note: " + file + ": " + note));
    err.flush();
  }
}
