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
   * A place in a cell.
   *
   * @param cell the cell's number, {@code In [n]}
   * @param source the cell's source
   * @param offset counted from 0, in characters
   */
  record Place(int cell, String source, int offset) {
    /** The line, counted from 1. */
    int line() {
      return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The text of that line. */
    String text() {
      int start = source.lastIndexOf('\n', offset - 1) + 1;
      int end = source.indexOf('\n', offset);
      return source.substring(start, end < 0 ? source.length() : end);
    }

    /** The column, counted from 0. */
    int column() {
      return offset - source.lastIndexOf('\n', offset - 1) - 1;
    }

    Place plus(int characters) {
      return new Place(cell, source, Math.min(source.length(), offset + characters));
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
        : Optional.of(start.plus(wrapper.wrappedToSourcePosition(position)));
  }
}
