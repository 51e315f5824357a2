package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.StepLabel;

/**
 * Math-Shepherd's pair of texts, taken apart side by side.
 *
 * @param steps the text before each tag, back to the tag before
 * @param labels the label in each tag's place
 */
record TaggedText(List<String> steps, List<StepLabel> labels) {

  static TaggedText of(JsonRecord record) {
    String input = record.text("input");
    String label = record.text("label");
    TaggedText tagged = new TaggedText(new ArrayList<>(), new ArrayList<>());
    int begin = 0;
    int i = 0;
    int j = 0;
    while (i < input.length() && j < label.length()) {
      char c = label.charAt(j);
      if (input.startsWith(MathShepherd.TAG, i) && (c == '+' || c == '-')) {
        tagged.steps.add(input.substring(begin, i));
        tagged.labels.add(c == '+' ? StepLabel.Hard.CORRECT : StepLabel.Hard.INCORRECT);
        i += MathShepherd.TAG.length();
        begin = i;
        j++;
      } else if (input.charAt(i) == c) {
        i++;
        j++;
      } else {
        throw apart(record, j);
      }
    }
    if (!input.substring(i).isBlank() || !label.substring(j).isBlank()) {
      throw apart(record, j);
    }
    tagged.check(record, input.substring(begin));
    return tagged;
  }

  private static FormatException apart(JsonRecord record, int at) {
    return record.fault(
        "label",
        "differs from input at character %d; expected the same text with + or - for each %s"
            .formatted(at, MathShepherd.TAG));
  }

  private void check(JsonRecord record, String rest) {
    if (steps.isEmpty()) {
      throw record.fault(
          "input", "has no tag %s; expected one after each step".formatted(MathShepherd.TAG));
    }
    if (!rest.isBlank()) {
      throw record.fault(
          "input",
          "goes on after its last tag (%s); is the last step cut off?"
              .formatted(Excerpt.of(rest.strip())));
    }
  }
}
