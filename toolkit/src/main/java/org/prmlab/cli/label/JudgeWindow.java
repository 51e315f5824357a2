package org.prmlab.cli.label;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.UnreadText;
import org.prmlab.data.LabeledSolution;
import org.prmlab.evaluation.CriticReading;
import org.prmlab.evaluation.CriticVotes;
import org.prmlab.evaluation.Unread;
import org.prmlab.labeling.judge.Judge;
import org.prmlab.labeling.judge.JudgeVotes;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;

/**
 * Has windows of solutions judged and counts what could be read. A record gets its labels, and in
 * the field {@code <source>_outputs} how they were made, with the raw text of every vote.
 */
final class JudgeWindow implements LabelRun.Window {
  private final Judge judge;
  private final AnswerJournal journal;
  private final String source;
  private final ObjectNode settings;
  private final Map<Unread, Integer> unread = new TreeMap<>();
  private int outputs;
  private int decided;
  private int errors;

  /**
   * What the judge said.
   *
   * @param outputs read or not
   * @param unread how many outputs could not be read, by reason
   * @param decided solutions with a verdict
   * @param errors of these, with an error
   */
  record Counts(int outputs, Map<String, Integer> unread, int decided, int errors) {}

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
    new CriticVotes(votes.readings())
        .unread()
        .forEach((why, n) -> unread.merge(why, n, Integer::sum));
    decided += votes.verdict().isPresent() ? 1 : 0;
    errors += votes.verdict().filter(v -> v.hasError()).isPresent() ? 1 : 0;
  }

  private LabeledSolution record(LabeledSolution record, JudgeVotes votes) {
    ObjectNode more = settings.deepCopy();
    ArrayNode list = more.putArray("votes");
    for (int i = 0; i < votes.outputs().size(); i++) {
      CriticReading reading = votes.readings().get(i);
      Completion output = votes.outputs().get(i);
      ObjectNode vote = list.addObject();
      reading
          .verdict()
          .ifPresent(v -> vote.put("prediction", v.earliestError().orElse(-1))); // as ProcessBench
      reading.unread().ifPresent(why -> vote.put("unread", UnreadText.word(why)));
      vote.put("cut", output.end() == Completion.End.CUT).put("text", output.text());
    }
    return LabelRun.with(record, votes.as(source), Map.of(source + "_outputs", more.toString()));
  }

  Counts counts() {
    return new Counts(outputs, UnreadText.words(unread), decided, errors);
  }
}
