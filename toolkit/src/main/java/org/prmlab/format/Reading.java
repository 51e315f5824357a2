package org.prmlab.format;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.prmlab.data.StepDataset;

/**
 * How a file of solutions is read: what its records do not say themselves.
 *
 * @param format its format; absent tells it from the first record
 * @param steps how texts are divided into steps; absent leaves it to the format
 * @param alternatives which rated alternatives become solutions; absent takes the chosen ones
 * @param questionEnd where a question ends that stands in one text with the first step; absent goes
 *     by marks
 */
public record Reading(
    Optional<RecordFormat> format,
    Optional<StepDivision> steps,
    Optional<Alternatives> alternatives,
    Optional<QuestionEnd> questionEnd) {

  /** Everything told from the records. */
  public static Reading withDefaults() {
    return new Reading(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** This reading of files of one format. */
  public Reading withFormat(RecordFormat format) {
    return new Reading(Optional.of(format), steps, alternatives, questionEnd);
  }

  /** This reading of files of whatever layout, by the names of their fields. */
  public Reading withMap(FieldMap map) {
    return withFormat(new MappedRecords(map));
  }

  /** This reading with another division of texts into steps. */
  public Reading withSteps(StepDivision steps) {
    return new Reading(format, Optional.of(steps), alternatives, questionEnd);
  }

  /** This reading with another choice of alternatives. */
  public Reading withAlternatives(Alternatives alternatives) {
    return new Reading(format, steps, Optional.of(alternatives), questionEnd);
  }

  /** This reading with another end of questions. */
  public Reading withQuestionEnd(QuestionEnd questionEnd) {
    return new Reading(format, steps, alternatives, Optional.of(questionEnd));
  }

  /**
   * The format that a file is read by.
   *
   * @throws FormatException if it is not named and cannot be told
   * @throws IllegalArgumentException if a choice was made that the format does not leave
   */
  public RecordFormat of(Path path) {
    RecordFormat chosen = format.orElseGet(() -> Formats.detect(path));
    Set<ReadingChoice> made = EnumSet.noneOf(ReadingChoice.class);
    steps.ifPresent(s -> made.add(ReadingChoice.STEP_DIVISION));
    alternatives.ifPresent(a -> made.add(ReadingChoice.ALTERNATIVES));
    questionEnd.ifPresent(q -> made.add(ReadingChoice.QUESTION_END));
    made.removeAll(chosen.choices());
    if (!made.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: format '%s' leaves no choice of the %s; its records say it"
              .formatted(path, chosen.id(), words(made.iterator().next())));
    }
    return chosen.read(this);
  }

  private static String words(ReadingChoice choice) {
    return switch (choice) {
      case STEP_DIVISION -> "division into steps";
      case ALTERNATIVES -> "alternatives";
      case QUESTION_END -> "end of the question";
    };
  }

  /**
   * All solutions of a file.
   *
   * @throws FormatException if the file cannot be read or a record is bad
   */
  public StepDataset read(Path path) {
    return read(path, BadRecords.stop());
  }

  /**
   * The solutions of a file's good records.
   *
   * @throws FormatException if the file cannot be read or has no good record
   */
  public StepDataset read(Path path, BadRecords badRecords) {
    return read(path, badRecords, solutionsRead -> {});
  }

  /**
   * The same, told while it reads.
   *
   * @param progress hears after every solution how many have been read
   */
  public StepDataset read(Path path, BadRecords badRecords, LongConsumer progress) {
    return StepFiles.read(path, of(path), badRecords, progress);
  }
}
