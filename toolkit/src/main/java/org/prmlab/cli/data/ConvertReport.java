package org.prmlab.cli.data;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code prmlab convert} did.
 *
 * @param in the file read and its format
 * @param out the file written and its format
 * @param detected whether the format read was told from the file's content
 * @param solutions how many solutions were written
 * @param rejected how many records were set aside
 * @param leftOut by part of a solution, in how many the new format had no room for it
 * @param readerLeavesOut what the reader of the old format passes over; empty if nothing
 */
record ConvertReport(
    Side in,
    Side out,
    boolean detected,
    long solutions,
    long rejected,
    Map<String, Long> leftOut,
    String readerLeavesOut) {

  /** One file and its format. */
  record Side(String file, String format) {}

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s (%s%s) -> %s (%s)%n"
            .formatted(
                in.file(), in.format(), detected ? ", detected" : "", out.file(), out.format()));
    text.append("solutions  %,d%n".formatted(solutions));
    text.append("rejected   %,d".formatted(rejected));
    if (!leftOut.isEmpty()) {
      text.append("%nleft out   ".formatted());
      text.append(
          leftOut.entrySet().stream()
              .map(e -> "%s (in %,d)".formatted(e.getKey().replace('_', ' '), e.getValue()))
              .collect(Collectors.joining(", ")));
    }
    if (!readerLeavesOut.isEmpty()) {
      text.append("%nnot read   %s".formatted(readerLeavesOut));
    }
    return text.toString();
  }
}
