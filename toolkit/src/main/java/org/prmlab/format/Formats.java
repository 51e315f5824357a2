package org.prmlab.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.StepDataset;

/** All formats the toolkit reads, found by name or by what a file holds. */
public final class Formats {
  /** Asked in this order: the formats with the more telling field names first. */
  private static final List<RecordFormat> ALL =
      List.of(
          new GrBen(),
          new ProcessBench(),
          new Prm800k(),
          new MathShepherd(),
          new StepwiseSupervision(),
          new RlhFlow(),
          new VisualPrm(),
          new MathAps(),
          new PrmBench(),
          new Hard2Verify(),
          new AgentProcessBench(),
          new QwenSamples(),
          new SearchAndLearnSamples(),
          new Gsm8kModelSolutions(),
          new Gsm8kQuestions(),
          new Math500Questions(),
          new PrmlabRecord());

  private Formats() {}

  /** Every format, the toolkit's own last. */
  public static List<RecordFormat> all() {
    return ALL;
  }

  /**
   * A format by its name.
   *
   * @throws IllegalArgumentException if there is none; lists the names there are
   */
  public static RecordFormat named(String id) {
    return ALL.stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no format '%s'; expected one of %s".formatted(id, ids(ALL))));
  }

  /**
   * A format the toolkit writes, by its name.
   *
   * @throws IllegalArgumentException if there is none; lists the names there are
   */
  public static WritableFormat writable(String id) {
    if (named(id) instanceof WritableFormat format) {
      return format;
    }
    List<RecordFormat> writable = ALL.stream().filter(WritableFormat.class::isInstance).toList();
    throw new IllegalArgumentException(
        "format '%s' is read only; expected one of %s".formatted(id, ids(writable)));
  }

  /**
   * The format of a file, by the field names of its first record.
   *
   * @throws FormatException if the file cannot be read or no format has these fields
   */
  public static RecordFormat detect(Path path) {
    try (RecordSource source = RecordFile.open(path)) {
      return detect(path.toString(), first(source, path));
    } catch (IOException e) {
      throw RecordFile.unreadable(path, e);
    }
  }

  /**
   * The format of a file, by the field names of this record of it.
   *
   * @throws FormatException if the record is bad or no format has these fields
   */
  public static RecordFormat detect(RecordLine line) {
    return detect(line.file(), line.record());
  }

  /**
   * Whether the first record of a file has the fields of a format.
   *
   * @throws FormatException if the file cannot be read
   */
  public static boolean fits(RecordFormat format, Path path) {
    try (RecordSource source = RecordFile.open(path)) {
      return format.recognizes(first(source, path));
    } catch (IOException e) {
      throw RecordFile.unreadable(path, e);
    }
  }

  private static RecordFormat detect(String file, JsonRecord record) {
    Optional<RecordFormat> found = ALL.stream().filter(f -> f.recognizes(record)).findFirst();
    return found.orElseThrow(() -> unknown(file, record));
  }

  /** A record that is almost the toolkit's own lacks a field; any other has a layout of its own. */
  private static FormatException unknown(String file, JsonRecord record) {
    String map = MapSuggestion.of(record);
    List<String> missing =
        PrmlabRecord.REQUIRED.stream().filter(field -> !record.has(field)).toList();
    String problem =
        missing.size() == 1
            ? "field %s is missing; the toolkit's own record needs id, problem and steps"
                .formatted(missing.get(0))
            : "a record with the fields %s is of no known format"
                .formatted(String.join(", ", record.fields()));
    String divided =
        MapSuggestion.division(record).map(m -> ", with steps divided at " + m).orElse("");
    return FormatException.unknown(
        record,
        file,
        problem + "; map its fields, such as " + map + divided + ", or name its format",
        map);
  }

  /** The first record that can be read: bad ones are the reader's to report. */
  static JsonRecord first(RecordSource source, Path path) {
    Optional<FormatException> fault = Optional.empty();
    while (true) {
      try {
        Optional<FormatException> earlier = fault;
        return source
            .next()
            .orElseThrow(
                () ->
                    earlier.orElseGet(
                        () ->
                            FormatException.of(
                                path.toString(), "holds no records; its format must be named")));
      } catch (RecordSource.MalformedRecord e) {
        if (e.recovery == RecordSource.Recovery.NONE) {
          throw e.fault;
        }
        fault = fault.or(() -> Optional.of(e.fault));
      }
    }
  }

  /**
   * Hands over the texts of a file that are no records, of whatever format it is.
   *
   * @return how many there are
   */
  public static int malformed(Path path, BadRecords badRecords) {
    int found = 0;
    try (RecordSource source = RecordFile.open(path)) {
      while (true) {
        try {
          if (source.next().isEmpty()) {
            return found;
          }
        } catch (RecordSource.MalformedRecord e) {
          badRecords.found(e.fault, e.text);
          found++;
          if (e.recovery == RecordSource.Recovery.NONE) {
            return found;
          }
        }
      }
    } catch (IOException e) {
      throw RecordFile.unreadable(path, e);
    }
  }

  /**
   * All solutions of a file of whatever format.
   *
   * @throws FormatException if the file cannot be read or a record is bad
   */
  public static StepDataset read(Path path) {
    return Reading.withDefaults().read(path);
  }

  /**
   * {@link #read(Path)} for large files.
   *
   * @param progress hears after every solution how many have been read
   */
  public static StepDataset read(Path path, LongConsumer progress) {
    return StepFiles.read(path, detect(path), BadRecords.stop(), progress);
  }

  /**
   * {@link #read(Path)} for pages, whose kernel knows no {@code Path}: relative to the notebook.
   */
  public static StepDataset read(String file) {
    return read(Path.of(file));
  }

  /**
   * The problems of a file, each once, in file order.
   *
   * @throws FormatException if the file cannot be read or a record is bad
   */
  public static List<Problem> problems(Path path) {
    Map<ProblemKey, Problem> problems = new LinkedHashMap<>();
    for (LabeledSolution record : read(path).solutions()) {
      Problem problem = record.solution().problem();
      problems.putIfAbsent(problem.key(), problem);
    }
    return List.copyOf(problems.values());
  }

  private static String ids(List<RecordFormat> formats) {
    return formats.stream().map(RecordFormat::id).collect(Collectors.joining(", "));
  }
}
