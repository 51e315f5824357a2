package org.prmlab.format;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a text is taken apart into steps.
 *
 * @param separator what stands between two steps; any number of blanks around it belongs to neither
 */
public record StepDivision(String separator) {
  /** Blank lines, as the paper and most scorers have it. */
  public static final StepDivision PARAGRAPHS = new StepDivision("\n\n");

  /** Single line breaks. */
  public static final StepDivision LINES = new StepDivision("\n");

  public StepDivision {
    if (separator.isEmpty()) {
      throw new IllegalArgumentException("steps divided by nothing; a separator needed");
    }
  }

  /**
   * By its name, {@code paragraphs} or {@code lines}, or by the separator itself, in which {@code
   * \n} and {@code \t} stand for a line break and a tab.
   *
   * @throws IllegalArgumentException for an empty one
   */
  public static StepDivision named(String name) {
    return switch (name) {
      case "paragraphs" -> PARAGRAPHS;
      case "lines" -> LINES;
      default -> new StepDivision(name.replace("\\n", "\n").replace("\\t", "\t"));
    };
  }

  /**
   * The steps that are not blank, without the blanks around them; a blank text is one empty step.
   */
  List<String> steps(String text) {
    List<String> steps =
        Arrays.stream(text.split(Pattern.quote(separator)))
            .map(String::strip)
            .filter(step -> !step.isEmpty())
            .toList();
    return steps.isEmpty() ? List.of("") : steps;
  }

  @Override
  public String toString() {
    return equals(PARAGRAPHS)
        ? "paragraphs"
        : equals(LINES) ? "lines" : separator.replace("\n", "\\n").replace("\t", "\\t");
  }
}
