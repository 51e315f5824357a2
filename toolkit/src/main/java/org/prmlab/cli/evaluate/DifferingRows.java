package org.prmlab.cli.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.AtomicFile;
import org.prmlab.data.SolutionColumns;
import org.prmlab.evaluation.JudgedColumns;
import org.prmlab.evaluation.bestofn.CandidateColumns;
import org.prmlab.evaluation.bestofn.SampleColumns;

/**
 * What two systems differ on: solutions of which they say different things, problems of which they
 * choose samples that are not both right or both wrong.
 */
final class DifferingRows {
  private static final JsonMapper JSON = new JsonMapper();

  private final SolutionColumns columns;
  private final List<Row> rows = new ArrayList<>();

  DifferingRows(SolutionColumns columns) {
    this.columns = columns;
  }

  /** A line of the file. */
  private interface Row {
    void write(JsonGenerator json) throws IOException;
  }

  /** Adds solutions in which different first errors are found. */
  void judged(JudgedColumns first, JudgedColumns second, int[] truths) {
    for (int i = 0; i < truths.length; i++) {
      int place = i;
      if (first.predicted(i) != second.predicted(i)) {
        rows.add(
            json -> {
              json.writeStringField("id", columns.ids().get(place));
              json.writeNumberField("truth", truths[place]);
              prediction(json, "first", first.predicted(place));
              prediction(json, "second", second.predicted(place));
            });
      }
    }
  }

  private static void prediction(JsonGenerator json, String field, int step) throws IOException {
    if (step == SolutionColumns.NONE) {
      json.writeNullField(field); // could not be read
    } else {
      json.writeNumberField(field, step);
    }
  }

  /**
   * Adds problems of which one chooses a right sample of the first {@code k}, the other a wrong
   * one.
   */
  void chosen(String aggregation, SampleColumns samples, List<CandidateColumns> ranked, int k) {
    CandidateColumns first = ranked.get(0);
    CandidateColumns second = ranked.get(1);
    for (int group = 0; group < first.size(); group++) {
      int problem = group;
      if (first.isRight(group, k) != second.isRight(group, k)) {
        rows.add(
            json -> {
              json.writeStringField("aggregation", aggregation);
              choice(json, "first", samples.sample(problem, first.chosen(problem, k)));
              choice(json, "second", samples.sample(problem, second.chosen(problem, k)));
              json.writeStringField("right", first.isRight(problem, k) ? "first" : "second");
            });
      }
    }
  }

  private void choice(JsonGenerator json, String field, int sample) throws IOException {
    json.writeStringField(field, columns.ids().get(sample));
  }

  /** Writes or replaces the file, a line each. */
  void write(Path file) {
    AtomicFile.write(
        file,
        channel -> {
          JsonGenerator json = JSON.createGenerator(Channels.newOutputStream(channel));
          json.setRootValueSeparator(null);
          for (Row row : rows) {
            json.writeStartObject();
            row.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
          }
          json.flush();
        });
  }
}
