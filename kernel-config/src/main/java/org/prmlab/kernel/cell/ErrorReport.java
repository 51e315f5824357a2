package org.prmlab.kernel.cell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An exception as the reader of a notebook needs it: what and why first, then where in which cell,
 * causes included; the kernel's own frames are left out.
 */
final class ErrorReport {
  private static final Pattern OWN = Pattern.compile("^org\\.prmlab\\.kernel\\.cell\\.");
  private static final String CELL_METHOD = "do_it$";
  private static final String MAGICS = "org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry";
  private static final List<String> MACHINERY =
      List.of(
          "org.prmlab.kernel.",
          "org.dflib.jjava.jupyter.",
          "jdk.jshell.",
          "jdk.internal.reflect.",
          "java.lang.reflect.");

  /** Bold, in the page's own colour of text: what is readable in light and dark alike. */
  static final String BOLD = "\u001b[1m";

  static final String RESET = "\u001b[0m";
  private static final int FRAMES_SHOWN = 20;

  private final CellPositions positions;

  ErrorReport(CellPositions positions) {
    this.positions = positions;
  }

  CellFailure of(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    describe(thrown, "", lines, Collections.newSetFromMap(new IdentityHashMap<>()));
    return new CellFailure(name(thrown), message(thrown), lines, thrown);
  }

  private void describe(Throwable thrown, String prefix, List<String> lines, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    String message = message(thrown);
    String head = name(thrown) + (message.isEmpty() ? "" : ": " + message);
    lines.add(BOLD + prefix + head + RESET);
    ErrorAdvice.of(thrown).ifPresent(lines::add);
    List<StackTraceElement> frames = userFrames(thrown.getStackTrace());
    boolean isMagic = isMagic(thrown.getStackTrace());
    if (isMagic) {
      frames = frames.stream().filter(frame -> positions.of(frame).isPresent()).toList();
    }
    frames.stream().limit(FRAMES_SHOWN).map(this::line).forEach(lines::add);
    if (frames.size() > FRAMES_SHOWN) {
      lines.add("    ... " + (frames.size() - FRAMES_SHOWN) + " more");
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      describe(suppressed, "suppressed: ", lines, seen);
    }
    if (thrown.getCause() != null && !isMagic) {
      describe(thrown.getCause(), "caused by: ", lines, seen);
    }
  }

  /** The class of the exception as the user wrote it. */
  static String name(Throwable thrown) {
    return OWN.matcher(CellNames.clean(thrown.getClass().getName())).replaceAll("");
  }

  private static String message(Throwable thrown) {
    try {
      return CellNames.clean(Optional.ofNullable(thrown.getLocalizedMessage()).orElse(""));
    } catch (Throwable broken) {
      return "(its message cannot be read: " + broken.getClass().getName() + ")";
    }
  }

  /** A frame as the reader needs it: cell, line and code, or the library's class and line. */
  private String line(StackTraceElement frame) {
    return "    at " + place(frame).orElseGet(() -> CellNames.clean(frame.toString()));
  }

  /** Where in which cell a frame lies; empty for a frame of a library. */
  Optional<String> place(StackTraceElement frame) {
    return positions
        .of(frame)
        .map(
            place ->
                place.source().label()
                    + ", line "
                    + place.line()
                    + CellNames.inMethod(frame.getMethodName())
                    + "   "
                    + place.text().strip());
  }

  /** Whether the kernel's own commands failed, so that only the user's line is of interest. */
  private static boolean isMagic(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (frame.getMethodName().equals(CELL_METHOD)) {
        return false;
      }
      if (frame.getClassName().equals(MAGICS)) {
        return true;
      }
    }
    return false;
  }

  /** Frames down to the start of the cell, without those of the kernel and of reflection. */
  private static List<StackTraceElement> userFrames(StackTraceElement[] frames) {
    int end = frames.length;
    for (int i = frames.length - 1; i >= 0; i--) {
      if (frames[i].getMethodName().equals(CELL_METHOD)) {
        end = i + 1;
        break;
      }
    }
    return List.of(frames).subList(0, end).stream()
        .filter(frame -> MACHINERY.stream().noneMatch(frame.getClassName()::startsWith))
        .toList();
  }
}
