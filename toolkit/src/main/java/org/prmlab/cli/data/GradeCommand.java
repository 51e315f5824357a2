package org.prmlab.cli.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.Comparison;
import org.prmlab.answer.Equivalence;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.format.FormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prmlab grade}: how pairs of answers are judged. */
@Command(
    name = "grade",
    description = {
      "Show how answers are compared: the verdict and the reason for each pair of a file.",
      "A line holds a gold answer, a tab and an answer (further columns are not read), or is a"
          + " JSON object with the fields gold and answer."
    })
public final class GradeCommand implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String EXPECTED =
      "expected a gold answer, a tab and an answer, or a JSON object with gold and answer";

  @Parameters(paramLabel = "FILE", description = "Pairs of answers, .tsv or .jsonl.")
  private Path file = Path.of("");

  @Mixin private final ReportFormat format = new ReportFormat();

  /** One pair and its verdict; lines are counted from 1. */
  record Pair(int line, String gold, String answer, String verdict, String reason) {
    private static Pair of(int line, String gold, String answer) {
      Comparison compared = AnswerComparison.withDefaults().explain(gold, answer);
      String verdict = compared.verdict().name().toLowerCase(Locale.ROOT);
      return new Pair(line, gold, answer, verdict, compared.reason());
    }

    private String text() {
      return "%d\t%s\t%s\t%s\t%s".formatted(line, verdict, gold, answer, reason);
    }
  }

  record Report(List<Pair> pairs, int equal, int different, int undecided) {
    private static Report of(List<Pair> pairs) {
      return new Report(
          pairs,
          count(pairs, Equivalence.EQUAL),
          count(pairs, Equivalence.DIFFERENT),
          count(pairs, Equivalence.UNDECIDED));
    }

    private static int count(List<Pair> pairs, Equivalence verdict) {
      String name = verdict.name().toLowerCase(Locale.ROOT);
      return (int) pairs.stream().filter(p -> p.verdict().equals(name)).count();
    }

    private String text() {
      List<String> lines = new ArrayList<>();
      pairs.forEach(p -> lines.add(p.text()));
      lines.add(
          "%,d pairs: %,d equal, %,d different, %,d undecided"
              .formatted(pairs.size(), equal, different, undecided));
      return String.join(System.lineSeparator(), lines);
    }
  }

  @Override
  public Integer call() {
    List<String> lines = lines();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = i == 0 ? lines.get(0).replaceFirst("^\uFEFF", "") : lines.get(i);
      if (!line.isBlank() && !isHeader(line, i)) {
        pairs.add(pair(line, i + 1));
      }
    }
    if (pairs.isEmpty()) {
      throw FormatException.of(file.toString(), "no pairs; " + EXPECTED);
    }
    Report report = Report.of(pairs);
    format.print(report, report.text());
    return 0;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw FormatException.of(file.toString(), "not in UTF-8; convert it first");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHeader(String line, int index) {
    return index == 0 && line.strip().toLowerCase(Locale.ROOT).matches("gold\\t+answer(\\t.*)?");
  }

  private Pair pair(String line, int number) {
    if (line.stripLeading().startsWith("{\"")) {
      return ofJson(line, number);
    }
    String[] cells = line.split("\t", -1);
    if (cells.length < 2 || cells[0].isBlank() || cells[1].isBlank()) {
      String found = cells.length < 2 ? "no tab" : "an empty column";
      throw FormatException.at(file.toString(), number, found + "; " + EXPECTED);
    }
    return Pair.of(number, cells[0], cells[1]);
  }

  private Pair ofJson(String line, int number) {
    try {
      JsonNode node = JSON.readTree(line);
      return Pair.of(number, field(node, "gold", number), field(node, "answer", number));
    } catch (JsonProcessingException e) {
      throw FormatException.at(
          file.toString(), number, "no JSON: " + e.getOriginalMessage() + "; " + EXPECTED);
    }
  }

  private String field(JsonNode node, String name, int number) {
    JsonNode value = node.path(name);
    if (!value.isTextual() && !value.isNumber()) {
      throw FormatException.at(
          file.toString(),
          number,
          "field %s is %s; a text or a number expected"
              .formatted(name, value.isMissingNode() ? "missing" : value.toString()));
    }
    return value.asText();
  }
}
