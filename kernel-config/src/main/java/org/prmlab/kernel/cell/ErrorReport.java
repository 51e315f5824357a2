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
  private static final Pattern WRAPPING = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
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
    List<StackTraceElement> frames = userFrames(thrown.getStackTrace());
    frames.stream().limit(FRAMES_SHOWN).map(this::line).forEach(lines::add);
    if (frames.size() > FRAMES_SHOWN) {
      lines.add("    ... " + (frames.size() - FRAMES_SHOWN) + " more");
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      describe(suppressed, "suppressed: ", lines, seen);
    }
    if (thrown.getCause() != null) {
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
    String method = frame.getMethodName().equals("do_it$") ? "" : " in " + frame.getMethodName();
    return RED
        + "    at cell "
        + place.get().cell()
        + ", line "
        + place.get().line()
        + method
        + RESET
        + "   "
        + place.get().text().strip();
  }

  /** Frames down to the start of the cell; what lies below is the kernel. */
  private static List<StackTraceElement> userFrames(StackTraceElement[] frames) {
    int end = frames.length;
    for (int i = frames.length - 1; i >= 0; i--) {
      if (frames[i].getMethodName().equals("do_it$")) {
        end = i + 1;
        break;
      }
      if (frames[i].getClassName().startsWith("org.prmlab.kernel.")) {
        end = i;
      }
    }
    return List.of(frames).subList(0, end);
  }
}
