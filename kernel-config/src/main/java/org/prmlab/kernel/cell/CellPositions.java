package org.prmlab.kernel.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/** Where in which cell a frame of a stack trace lies. */
final class CellPositions {
  /**
   * A place in a source.
   *
   * @param offset in the Java form of the source, counted from 0, in characters
   */
  record Place(CellSource source, int offset) {
    /** The line, counted from 1. */
    int line() {
      return 1 + (int) source.java().substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** That line, as the user wrote it. */
    String text() {
      return source.line(line());
    }

    /** The column, counted from 0. */
    int column() {
      return offset - source.java().lastIndexOf('\n', offset - 1) - 1;
    }

    Place plus(int characters) {
      return new Place(source, Math.min(source.java().length(), offset + characters));
    }

    /** The source from here on. */
    String rest() {
      return source.java().substring(offset);
    }

    /** The first character from here on that is not blank. */
    Place firstCode() {
      String java = source.java();
      int at = offset;
      while (at < java.length() - 1 && Character.isWhitespace(java.charAt(at))) {
        at++;
      }
      return new Place(source, at);
    }
  }

  private final JShell shell;
  private final Map<String, Place> starts = new HashMap<>();

  CellPositions(JShell shell) {
    this.shell = shell;
  }

  void remember(Snippet snippet, Place start) {
    starts.put(snippet.id(), start);
  }

  /** The place of a frame of generated code; empty for any other frame. */
  Optional<Place> of(StackTraceElement frame) {
    String className = frame.getClassName();
    if (!className.startsWith("REPL.") || frame.getLineNumber() < 1) {
      return Optional.empty();
    }
    return shell
        .snippets()
        .filter(snippet -> starts.containsKey(snippet.id()))
        .flatMap(snippet -> place(snippet, frame).stream())
        .findFirst();
  }

  private static boolean isIn(String className, SnippetWrapper wrapper) {
    return className.equals(wrapper.fullClassName())
        || className.startsWith(wrapper.fullClassName() + "$");
  }

  private Optional<Place> place(Snippet snippet, StackTraceElement frame) {
    SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(snippet);
    if (!isIn(frame.getClassName(), wrapper)) {
      return Optional.empty();
    }
    String wrapped = wrapper.wrapped();
    int line = frame.getLineNumber();
    int position = 0;
    for (int passed = 1; passed < line && position >= 0; passed++) {
      position = wrapped.indexOf('\n', position) + 1;
    }
    while (position < wrapped.length() && Character.isWhitespace(wrapped.charAt(position))) {
      position++;
    }
    Place start = starts.get(snippet.id());
    return start == null
        ? Optional.empty()
        : Optional.of(start.plus(wrapper.wrappedToSourcePosition(position)).firstCode());
  }
}
