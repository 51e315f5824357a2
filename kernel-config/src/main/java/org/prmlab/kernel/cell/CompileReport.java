package org.prmlab.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/** What the compiler says about a cell, under the line it speaks of. */
final class CompileReport {
  private static final String NAME = "CompilationError";

  private CompileReport() {}

  /** A snippet that does not compile. */
  static CellFailure rejected(JShell shell, Snippet snippet, CellPositions.Place start) {
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    List<String> lines = new ArrayList<>();
    for (Diag error : errors) {
      lines.addAll(describe(error, start));
    }
    RecordAdvice.of(snippet.source()).ifPresent(lines::add);
    String first = errors.isEmpty() ? "the cell does not compile" : message(errors.get(0));
    return new CellFailure(NAME, first.lines().findFirst().orElse(first), lines);
  }

  /** A source that ends within a statement. */
  static CellFailure incomplete(CellPositions.Place start) {
    CellPositions.Place place = start.firstCode();
    String text =
        "the statement that begins in line "
            + place.line()
            + " does not end; is a bracket missing?";
    List<String> lines = new ArrayList<>(List.of(bold(text), "  " + place.text()));
    RecordAdvice.of(place.rest()).ifPresent(lines::add);
    return new CellFailure("IncompleteSource", text, lines);
  }

  /** A declaration that needs names which nobody declared. */
  static CellFailure unresolved(JShell shell, DeclarationSnippet snippet) {
    String names = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
    List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
    String text = snippet.name() + " cannot be used until this is declared: " + names;
    if (names.isEmpty() && !errors.isEmpty()) {
      text = message(errors.get(0)).lines().findFirst().orElse(text);
    }
    return new CellFailure(NAME, text, List.of(bold(text)));
  }

  private static List<String> describe(Diag error, CellPositions.Place start) {
    CellPositions.Place place = start.plus((int) Math.max(0, error.getPosition()));
    long length = Math.max(1, error.getEndPosition() - error.getStartPosition());
    int column = place.column();
    int marks = (int) Math.max(1, Math.min(length, place.text().length() - column));
    List<String> lines = new ArrayList<>();
    lines.add(bold("line " + place.line() + ": " + message(error)));
    lines.add("  " + place.text());
    lines.add("  " + " ".repeat(column) + "^".repeat(marks));
    return lines;
  }

  private static String message(Diag error) {
    return CellNames.clean(error.getMessage(Locale.ENGLISH));
  }

  private static String bold(String text) {
    return ErrorReport.BOLD + text + ErrorReport.RESET;
  }
}
