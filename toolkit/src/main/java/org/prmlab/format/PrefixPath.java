package org.prmlab.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.prmlab.data.StepLabel;

/**
 * One way through the prefixes of a record, from the question to a leaf.
 *
 * @param steps the texts on the way, the question left out
 * @param labels the Monte-Carlo value of each
 */
record PrefixPath(List<String> steps, List<StepLabel> labels) {

  /** A tree of texts, or a list of prefixes that grow. */
  static List<PrefixPath> in(JsonRecord record, String field) {
    List<PrefixPath> leaves = new ArrayList<>();
    if (record.value(field).isObject()) {
      JsonRecord root = record.object(field);
      value(root);
      for (JsonRecord child : root.objects("children")) {
        walk(child, new PrefixPath(List.of(), List.of()), leaves);
      }
    } else {
      chain(record.objects(field), leaves);
    }
    if (leaves.isEmpty()) {
      throw record.fault(field, "holds no step; expected at least one");
    }
    return leaves;
  }

  /** JSON nested deeper than 1,000 levels is refused before this, which bounds the recursion. */
  private static void walk(JsonRecord node, PrefixPath above, List<PrefixPath> leaves) {
    PrefixPath path = above.then(node.text("text"), value(node));
    List<JsonRecord> children = node.objects("children");
    if (children.isEmpty()) {
      leaves.add(path);
    }
    for (JsonRecord child : children) {
      walk(child, path, leaves);
    }
  }

  /** A prefix continues the nearest earlier one that it begins with, back along the path. */
  private static void chain(List<JsonRecord> prefixes, List<PrefixPath> leaves) {
    PrefixPath path = new PrefixPath(new ArrayList<>(), new ArrayList<>());
    Deque<String> above = new ArrayDeque<>(List.of(""));
    for (JsonRecord prefix : prefixes) {
      String text = prefix.filledText("solution_prefix");
      if (!continues(text, above.element())) {
        leaves.add(new PrefixPath(List.copyOf(path.steps), List.copyOf(path.labels)));
      }
      while (!continues(text, above.element())) {
        above.remove();
        path.steps.remove(path.steps.size() - 1);
        path.labels.remove(path.labels.size() - 1);
      }
      path.steps.add(text.substring(above.element().length()).strip());
      path.labels.add(value(prefix));
      above.push(text);
    }
    if (!path.steps.isEmpty()) {
      leaves.add(path);
    }
  }

  private static boolean continues(String text, String prefix) {
    return text.startsWith(prefix) && text.length() > prefix.length();
  }

  private PrefixPath then(String step, StepLabel label) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    List<StepLabel> longerLabels = new ArrayList<>(labels);
    longerLabels.add(label);
    return new PrefixPath(longer, longerLabels);
  }

  private static StepLabel value(JsonRecord node) {
    double value = node.number("mc_value");
    if (!(value >= 0 && value <= 1)) {
      throw node.fault("mc_value", "is %s; expected a rate from 0 to 1".formatted(value));
    }
    return StepLabel.soft(value);
  }
}
