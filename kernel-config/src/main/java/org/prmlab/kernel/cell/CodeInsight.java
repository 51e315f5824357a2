package org.prmlab.kernel.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.prmlab.kernel.magic.MagicSyntax;

/** What can be said about code that was not run: completions, documentation, completeness. */
public final class CodeInsight {
  /**
   * Texts that may stand between {@code start} and {@code end}, best first.
   *
   * @param start index in the code, counted from 0, in characters
   */
  public record Completions(List<String> matches, int start, int end) {}

  /** Whether code can be run as it stands; {@code indent} is for the next line. */
  public record Completeness(String status, String indent) {}

  /** The statement around the cursor, and what stands before it in the cell. */
  private record Context(String code, int start, List<Snippet> before) {}

  private static final String INDENT = "    ";
  private static final Pattern CELL_MAGIC = Pattern.compile("(?s)%%(\\w+)[^\\n]*(?:\\n(.*))?");

  private static final Pattern IMPORT =
      Pattern.compile("(?s).*\\bimport\\s+(?:static\\s+)?([\\p{L}\\w$.]*)");

  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final Supplier<List<String>> classPath;
  private final PackageNames packages = new PackageNames();
  private final DocSources sources;

  CodeInsight(JShell shell, Supplier<List<String>> classPath) {
    this.shell = shell;
    this.classPath = classPath;
    analysis = shell.sourceCodeAnalysis();
    sources = new DocSources(analysis);
  }

  /** Completes the name before the cursor, an index in characters. */
  public Completions complete(String written, int cursor) {
    String code = MagicSyntax.withoutMagics(written);
    Context context = context(code, cursor);
    String before = statementsOf(context.before());
    int[] anchor = {cursor - context.start() + before.length()};
    List<Suggestion> found =
        analysis.completionSuggestions(before + context.code(), anchor[0], anchor);
    Set<String> matches = new LinkedHashSet<>();
    int start = context.start() + anchor[0] - before.length();
    if (start < context.start() || found.isEmpty()) {
      start = startOfName(code, cursor);
    }
    matches.addAll(declaredHere(context.before(), code.substring(start, cursor)));
    matches.addAll(packages(code.substring(context.start(), cursor)));
    found.stream()
        .sorted(
            Comparator.comparing((Suggestion suggestion) -> !suggestion.matchesType())
                .thenComparing(Suggestion::continuation))
        .forEach(suggestion -> matches.add(suggestion.continuation()));
    return new Completions(List.copyOf(matches), start, cursor);
  }

  /** The documentation of the name at the cursor, or of the call whose arguments it is in. */
  public List<Documentation> document(String written, int cursor) {
    String code = MagicSyntax.withoutMagics(written);
    sources.use(classPath.get());
    Context context = context(code, cursor);
    int end = cursor;
    while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
      end++;
    }
    String name = code.substring(context.start(), end);
    List<String> attempts = new ArrayList<>(List.of(name, name + "("));
    String trimmed = name.replaceAll("[\\s;]*$", "").replaceAll("\\(?\\)$", "");
    attempts.add(trimmed);
    attempts.add(trimmed + "(");
    attempts.add(code.substring(context.start(), cursor));
    String statements = statementsOf(context.before());
    for (String attempt : attempts) {
      String text = statements + attempt;
      List<Documentation> found = analysis.documentation(text, text.length(), true);
      if (!found.isEmpty()) {
        return withCellDocs(found);
      }
    }
    return List.of();
  }

  /** The documentation of a name by itself, such as {@code Math.max}. */
  public List<Documentation> document(String name) {
    return document(name, name.length());
  }

  private List<Documentation> withCellDocs(List<Documentation> found) {
    CellDocs docs =
        CellDocs.of(
            shell
                .snippets()
                .filter(DeclarationSnippet.class::isInstance)
                .filter(snippet -> shell.status(snippet).isActive())
                .toList());
    return found.stream()
        .map(
            one ->
                docs.of(one.signature())
                    .<Documentation>map(comment -> new Described(one.signature(), comment))
                    .orElse(one))
        .toList();
  }

  private record Described(String signature, String javadoc) implements Documentation {}

  /** The packages that an import before the cursor may go on with. */
  private List<String> packages(String statement) {
    Matcher typed = IMPORT.matcher(statement);
    return typed.matches()
        ? packages.next(typed.group(1), classPath.get()).stream().map(name -> name + ".").toList()
        : List.of();
  }

  /** Whether code is complete, incomplete or invalid, in the protocol's words. */
  public Completeness completeness(String code) {
    Matcher magic = CELL_MAGIC.matcher(code);
    if (magic.matches()) {
      String body = magic.group(2);
      return body == null
          ? new Completeness("incomplete", "")
          : magic.group(1).equals("time") ? completeness(body) : new Completeness("complete", "");
    }
    String rest = MagicSyntax.withoutMagics(code);
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      switch (info.completeness()) {
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
          return new Completeness("incomplete", indent(code));
        }
        case UNKNOWN -> {
          return new Completeness("invalid", "");
        }
        case EMPTY -> {
          return new Completeness("complete", "");
        }
        default -> rest = info.remaining();
      }
    }
    return new Completeness("complete", "");
  }

  private Context context(String code, int cursor) {
    List<Snippet> before = new ArrayList<>();
    int start = 0;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(code.substring(start));
      String rest = Optional.ofNullable(info.remaining()).orElse("");
      int next = code.length() - rest.length();
      if (!info.completeness().isComplete() || rest.isBlank() || next >= cursor || next <= start) {
        return new Context(code.substring(start), start, before);
      }
      before.addAll(analysis.sourceToSnippets(info.source()));
      start = next;
    }
  }

  /** Earlier statements of the cell, so that the names they declare are known. */
  private static String statementsOf(List<Snippet> snippets) {
    return snippets.stream()
        .filter(snippet -> snippet.kind() == Snippet.Kind.VAR)
        .map(Snippet::source)
        .collect(Collectors.joining(" "));
  }

  private static List<String> declaredHere(List<Snippet> snippets, String start) {
    return snippets.stream()
        .filter(DeclarationSnippet.class::isInstance)
        .map(snippet -> ((DeclarationSnippet) snippet).name())
        .filter(name -> !start.isEmpty() && name.startsWith(start))
        .distinct()
        .toList();
  }

  private static int startOfName(String code, int cursor) {
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static String indent(String code) {
    long open = code.chars().filter(c -> c == '{' || c == '(').count();
    long closed = code.chars().filter(c -> c == '}' || c == ')').count();
    return INDENT.repeat((int) Math.max(0, open - closed));
  }
}
