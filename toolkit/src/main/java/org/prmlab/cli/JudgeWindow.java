package org.prmlab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prmlab.data.LabeledSolution;
import org.prmlab.labeling.AnswerJournal;
import org.prmlab.labeling.Completion;
import org.prmlab.labeling.Judge;
import org.prmlab.labeling.JudgeReading;
import org.prmlab.labeling.JudgeVotes;

/**
 * Has windows of solutions judged and counts what could be read. A record gets its labels, and in
 * the field {@code <source>_outputs} how they were made, with the raw text of every vote.
 */
final class JudgeWindow implements LabelRun.Window {
  private final Judge judge;
  private final AnswerJournal journal;
  private final String source;
  private final ObjectNode settings;
  private final Map<String, Integer> faults = new LinkedHashMap<>();
  private int outputs;
  private int decided;
  private int errors;

  /**
   * What the judge said.
   *
   * @param outputs read or not
   * @param faults why outputs could not be read, with counts
   * @param decided solutions with a verdict
   * @param errors of these, with an error
   */
  record Counts(int outputs, Map<String, Integer> faults, int decided, int errors) {}

  /**
   * @param settings what is recorded of the model and its sampling
   */
  JudgeWindow(Judge judge, AnswerJournal journal, String source, ObjectNode settings) {
    this.judge = judge;
    this.journal = journal;
    this.source = source;
    this.settings = settings;
  }

  @Override
  public List<LabelRun.Labeled> label(List<LabeledSolution> window) {
    List<JudgeVotes> votes =
        judge.read(window.stream().map(LabeledSolution::solution).toList(), journal);
    List<LabelRun.Labeled> labeled = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) {
      count(votes.get(i));
      labeled.add(
          new LabelRun.Labeled(record(window.get(i), votes.get(i)), votes.get(i).missing()));
    }
    return labeled;
  }

  private void count(JudgeVotes votes) {
    outputs += votes.readings().size();
    for (JudgeReading reading : votes.readings()) {
      reading.fault().ifPresent(f -> faults.merge(word(f), 1, Integer::sum));
    }
    decided += votes.verdict().isPresent() ? 1 : 0;
    errors += votes.verdict().filter(v -> v.hasError()).isPresent() ? 1 : 0;
  }

  private static String word(JudgeReading.Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }

  private LabeledSolution record(LabeledSolution record, JudgeVotes votes) {
    ObjectNode more = settings.deepCopy();
    ArrayNode list = more.putArray("votes");
    for (int i = 0; i < votes.outputs().size(); i++) {
      JudgeReading reading = votes.readings().get(i);
      Completion output = votes.outputs().get(i);
      ObjectNode vote = list.addObject();
      reading
          .verdict()
          .ifPresent(v -> vote.put("prediction", v.earliestError().orElse(-1))); // as ProcessBench
      reading.fault().ifPresent(f -> vote.put("unread", word(f)));
      vote.put("cut", output.end() == Completion.End.CUT).put("text", output.text());
    }
    return LabelRun.with(record, votes.as(source), Map.of(source + "_outputs", more.toString()));
  }

  Counts counts() {
    return new Counts(outputs, Map.copyOf(faults), decided, errors);
  }
}
