package org.prmlab.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.data.LabelColumn;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * Labels that records get when they are copied.
 *
 * @param source their name
 * @param labels the labels
 * @param begins for each record, in file order, the index of its first step in {@code labels}; -1
 *     where none are added
 */
@SuppressWarnings("ArrayRecordComponent") // a column: as long as the data
public record AddedLabels(String source, LabelColumn labels, int[] begins) {

  LabeledSolution to(LabeledSolution solution, int record) {
    if (begins[record] < 0) {
      return solution;
    }
    int end = begins[record] + solution.solution().steps().size();
    List<StepLabel> values = IntStream.range(begins[record], end).mapToObj(labels::label).toList();
    List<StepLabels> all = new ArrayList<>(solution.labels());
    all.add(new StepLabels(source, values));
    return solution.withLabels(all);
  }

  /** The JSON text of each label, by code. */
  byte[][] texts() {
    return IntStream.range(0, labels.codes())
        .mapToObj(code -> LabelValues.text(labels.meaning(code)).getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }

  /** Appends the entry of a record with that many steps, and the comma before it. */
  void entry(int record, int steps, byte[][] texts, ByteArrayOutputStream to) {
    byte[] name = Json.text(source).getBytes(StandardCharsets.UTF_8);
    to.writeBytes(",{\"source\":".getBytes(StandardCharsets.UTF_8));
    to.writeBytes(name);
    to.writeBytes(",\"values\":[".getBytes(StandardCharsets.UTF_8));
    for (int step = 0; step < steps; step++) {
      if (step > 0) {
        to.write(',');
      }
      to.writeBytes(texts[labels.code(begins[record] + step)]);
    }
    to.write(']');
    to.write('}');
  }
}
