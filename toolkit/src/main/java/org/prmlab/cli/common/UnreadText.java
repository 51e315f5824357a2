package org.prmlab.cli.common;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.prmlab.evaluation.Unread;

/** Outputs that could not be read, for people and for JSON. */
public final class UnreadText {
  private static final double WORTH_A_WARNING = 0.02; // of the outputs

  private UnreadText() {}

  public static String word(Unread why) {
    return why.name().toLowerCase(Locale.ROOT);
  }

  /** How many, by reason, in small letters. */
  public static Map<String, Integer> words(Map<Unread, Integer> unread) {
    Map<String, Integer> words = new LinkedHashMap<>();
    unread.forEach((why, n) -> words.put(word(why), n));
    return words;
  }

  /**
   * One line, with a warning where they are many.
   *
   * @param outputs read or not
   * @param unread how many could not be read, by reason in small letters
   */
  public static String of(int outputs, Map<String, Integer> unread) {
    int all = unread.values().stream().mapToInt(Integer::intValue).sum();
    String line = "outputs: %,d, of these %,d unread".formatted(outputs, all);
    if (all == 0) {
      return line;
    }
    StringBuilder text = new StringBuilder(line).append(": ");
    String separator = "";
    for (var reason : unread.entrySet()) {
      Unread why = Unread.valueOf(reason.getKey().toUpperCase(Locale.ROOT));
      text.append(separator).append("%,d %s".formatted(reason.getValue(), why.what()));
      separator = ", ";
    }
    return all <= WORTH_A_WARNING * outputs
        ? text.toString()
        : text.append(System.lineSeparator())
            .append("warning: ")
            .append(String.format(Locale.ROOT, "%.1f", 100.0 * all / outputs))
            .append(" % of the outputs could not be read; ")
            .append(advice(most(unread)))
            .toString();
  }

  private static Unread most(Map<String, Integer> unread) {
    return unread.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(e -> Unread.valueOf(e.getKey().toUpperCase(Locale.ROOT)))
        .orElseThrow();
  }

  private static String advice(Unread why) {
    return switch (why) {
      case THINKING, CUT_OFF ->
          "most had too few tokens: give the model more, as by --max-new-tokens";
      case EMPTY ->
          "most are empty: does a server keep the model's thinking apart, and is it cut off?";
      case NULL_PREDICTION -> "most are null in the file of predictions";
      default -> "look at some: does the model follow the shape that it is asked for?";
    };
  }
}
