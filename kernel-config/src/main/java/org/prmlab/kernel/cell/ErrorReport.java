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
  private static final Pattern WRAPPING =
      Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]|^org\\.prmlab\\.kernel\\.cell\\.");
  private static final String CELL_METHOD = "do_it$";
  private static final String MAGICS = "org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry";
  private static final List<String> MACHINERY =
      List.of(
          "org.prmlab.kernel.",
          "org.dflib.jjava.jupyter.",
          "jdk.jshell.",
          "jdk.internal.reflect.",
          "java.lang.reflect.");
  private static final String RED = "\u001b[31m";
  private static final String BOLD_RED = "\u001b[1;31m";
  private static final String RESET = "\u001b[0m";
  private static final int FRAMES_SHOWN = 20;

  private final CellPositions positions;

  ErrorReport(CellPositions positions) {
    this.positions = positions;
  }

  CellFailure of(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    describe(thrown, "", lines, Collections.newSetFromMap(new IdentityHashMap<>()));
    return new CellFailure(name(thrown), lines, thrown);
  }

  private void describe(Throwable thrown, String prefix, List<String> lines, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    String message = message(thrown);
    String head = name(thrown) + (message.isEmpty() ? "" : ": " + message);
    lines.add(BOLD_RED + prefix + head + RESET);
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
    return WRAPPING.matcher(thrown.getClass().getName()).replaceAll("");
  }

  private static String message(Throwable thrown) {
    try {
      return Optional.ofNullable(thrown.getLocalizedMessage()).orElse("");
    } catch (Throwable broken) {
      return "(its message cannot be read: " + broken.getClass().getName() + ")";
    }
  }

  private String line(StackTraceElement frame) {
    Optional<CellPositions.Place> place = positions.of(frame);
    if (place.isEmpty()) {
      return "    at " + WRAPPING.matcher(frame.toString()).replaceAll("");
    }
    String name = frame.getMethodName();
    String method =
        name.equals(CELL_METHOD) || name.startsWith("lambda$do_it$") ? "" : " in " + name;
    return RED
        + "    at "
        + place.get().source().label()
        + ", line "
        + place.get().line()
        + method
        + RESET
        + "   "
        + place.get().text().strip();
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
