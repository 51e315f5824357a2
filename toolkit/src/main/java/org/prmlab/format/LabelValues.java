package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/** How the toolkit's own record writes labels: the JSON type tells the kind. */
final class LabelValues {
  private static final String EXPECTED =
      "true, false, a number from 0 to 1, {\"correct\", \"total\"}, {\"rating\"} or null";

  private LabelValues() {}

  /** The labels in a list, one a step. */
  static List<StepLabel> read(JsonRecord record, String field, int steps) {
    List<JsonNode> values = record.items(field);
    Fields.sameLength(record, field, values.size(), steps);
    List<StepLabel> labels = new ArrayList<>(values.size());
    for (JsonNode value : values) {
      labels.add(read(record, field + "[" + labels.size() + "]", value));
    }
    return labels;
  }

  /** The label {@code value}, which stands at {@code field}. */
  static StepLabel read(JsonRecord record, String field, JsonNode value) {
    if (value.isNull()) {
      return StepLabel.Unlabeled.UNLABELED;
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? StepLabel.Hard.CORRECT : StepLabel.Hard.INCORRECT;
    }
    if (value.isObject()) {
      JsonRecord object = record.object(field, value);
      return object.has("rating") ? Ratings.read(object, "rating") : Rollouts.read(object);
    }
    double number = record.checked(value.isNumber(), field, value, EXPECTED).doubleValue();
    record.checked(number >= 0 && number <= 1, field, value, EXPECTED);
    return StepLabel.soft(number);
  }

  static void write(StepLabels labels, ObjectNode entry) {
    entry.put("source", labels.source());
    ArrayNode values = entry.putArray("values");
    labels.values().forEach(label -> write(label, values));
  }

  /** One label as JSON text. */
  static String text(StepLabel label) {
    ArrayNode values = Json.MAPPER.createArrayNode();
    write(label, values);
    return values.get(0).toString();
  }

  private static void write(StepLabel label, ArrayNode values) {
    if (label instanceof StepLabel.Hard hard) {
      values.add(hard == StepLabel.Hard.CORRECT);
    } else if (label instanceof StepLabel.Soft soft) {
      values.add(soft.probability());
    } else if (label instanceof StepLabel.MonteCarlo rollouts) {
      ObjectNode counts = values.addObject().put("correct", rollouts.correct());
      counts.put("total", rollouts.total());
      if (rollouts.tried() > rollouts.total()) {
        counts.put("tried", rollouts.tried());
      }
    } else if (label instanceof StepLabel.Rating rating) {
      values.addObject().put("rating", Ratings.number(rating));
    } else {
      values.addNull();
    }
  }
}
