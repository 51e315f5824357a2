package org.prmlab.cli.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.prmlab.report.ResultTable;
import org.prmlab.report.TableFile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * How every command that reports does so: as text for people, with {@code --json} as one JSON
 * object on standard output, keys in snake_case, and nothing else there; and, besides, as tables in
 * files.
 */
public final class ReportFormat {
  private static final JsonMapper JSON = ResultJson.mapper();

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      converter = CsvFile.class,
      description = "Also write the tables as CSV, each but the first to a file beside FILE.")
  private List<TableFile> csv = List.of();

  @Option(
      names = "--latex",
      paramLabel = "FILE",
      converter = LatexFile.class,
      description = "Also write the tables as LaTeX (booktabs).")
  private List<TableFile> latex = List.of();

  @Option(
      names = "--table",
      paramLabel = "FILE",
      converter = AnyFile.class,
      description =
          "Also write the tables as the ending of FILE says: .csv, .tex, .md, .html, .txt, .json or"
              + " .parquet.")
  private List<TableFile> table = List.of();

  static final class CsvFile implements ITypeConverter<TableFile> {
    @Override
    public TableFile convert(String file) {
      return TableFile.csv(Path.of(file));
    }
  }

  static final class LatexFile implements ITypeConverter<TableFile> {
    @Override
    public TableFile convert(String file) {
      return TableFile.latex(Path.of(file));
    }
  }

  static final class AnyFile implements ITypeConverter<TableFile> {
    @Override
    public TableFile convert(String file) {
      try {
        return TableFile.of(Path.of(file));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /**
   * Prints one result.
   *
   * @param result a record, list or map, printed if {@code --json} was given
   * @param text the same for people, printed otherwise
   */
  public void print(Object result, ReportText text) {
    print(result, text.toString(), text.tables().toArray(ResultTable[]::new));
  }

  /**
   * Prints a result that people read otherwise than as tables.
   *
   * @param tables for files; without any they get its JSON as one, a row a number
   */
  public void print(Object result, String text, ResultTable... tables) {
    PrintWriter out = out();
    out.println(json ? toJson(result) : text);
    out.flush();
    write(result, List.of(tables));
  }

  /** Prints a part of a long result as soon as it is known; nothing if {@code --json} was given. */
  public void printPart(String text) {
    if (!json) {
      PrintWriter out = out();
      out.println(text);
      out.flush();
    }
  }

  /** Prints a result whose parts were printed before; nothing unless {@code --json} was given. */
  public void printWhole(Object result) {
    if (json) {
      PrintWriter out = out();
      out.println(toJson(result));
      out.flush();
    }
    write(result, List.of());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private void write(Object result, List<ResultTable> tables) {
    List<TableFile> files = new ArrayList<>(csv);
    files.addAll(latex);
    files.addAll(table);
    for (TableFile file : files) {
      List<Path> written =
          file.write(tables.isEmpty() ? List.of(listing(JSON.valueToTree(result))) : tables);
      spec.commandLine()
          .getErr()
          .println(
              written.stream().map(Path::toString).collect(Collectors.joining(", ", "wrote ", "")));
    }
  }

  private static ResultTable listing(JsonNode result) {
    List<List<String>> rows = new ArrayList<>();
    list("", result, rows);
    return ResultTable.ofText("", List.of("key", "value"), rows);
  }

  private static void list(String key, JsonNode node, List<List<String>> rows) {
    String begin = key.isEmpty() ? "" : key + ".";
    if (node.isObject()) {
      node.properties().forEach(e -> list(begin + e.getKey(), e.getValue(), rows));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        list(begin + i, node.get(i), rows);
      }
    } else {
      rows.add(List.of(key, node.isNull() ? "" : node.asText()));
    }
  }

  private static String toJson(Object result) {
    try {
      return JSON.writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write the result as JSON", e);
    }
  }
}
