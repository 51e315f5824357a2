package org.prmlab.cli.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.Named;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.labeling.judge.GenerativePrm;
import org.prmlab.labeling.judge.StepReading;
import org.prmlab.labeling.judge.StepVotes;
import org.prmlab.labeling.judge.VerdictScore;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;

/**
 * Has windows of solutions scored by a PRM that writes. A record gets the scores of its leading
 * steps, up to the first that has none, and in the field {@code <name>_outputs} what was read about
 * every step, with the raw texts.
 */
final class VerdictWindow implements LabelRun.Window {
  private final GenerativePrm prm;
  private final AnswerJournal journal;
  private final String name;
  private final VerdictScore rule;
  private final Map<String, Integer> faults = new TreeMap<>();
  private int outputs;
  private int readings;
  private int withoutProbability;
  private long scored;
  private long steps;

  /**
   * What was read.
   *
   * @param outputs read or not
   * @param readings verdicts looked for: one an output and step
   * @param unread why verdicts could not be read, with counts
   * @param withoutProbability verdicts that came without token probabilities, where these are the
   *     score
   * @param scored steps with a score in the result
   * @param unscored steps without
   */
  record Counts(
      int outputs,
      int readings,
      Map<String, Integer> unread,
      int withoutProbability,
      long scored,
      long unscored) {}

  VerdictWindow(GenerativePrm prm, AnswerJournal journal, String name, VerdictScore rule) {
    this.prm = prm;
    this.journal = journal;
    this.name = name;
    this.rule = rule;
  }

  @Override
  public List<LabelRun.Labeled> label(List<LabeledSolution> window) {
    List<StepVotes> votes =
        prm.read(window.stream().map(LabeledSolution::solution).toList(), journal);
    List<LabelRun.Labeled> labeled = new ArrayList<>();
    for (int i = 0; i < votes.size(); i++) {
      List<Double> scores = votes.get(i).scores(rule);
      if (votes.get(i).missing().isEmpty()) {
        count(votes.get(i), scores.size());
      }
      labeled.add(
          new LabelRun.Labeled(
              record(window.get(i), votes.get(i), scores), votes.get(i).missing()));
    }
    return labeled;
  }

  private void count(StepVotes votes, int withScore) {
    outputs += votes.outputs().size();
    scored += withScore;
    steps += votes.readings().size();
    for (StepReading reading : votes.readings().stream().flatMap(List::stream).toList()) {
      readings++;
      reading.fault().ifPresent(f -> faults.merge(word(f), 1, Integer::sum));
      boolean bare = reading.right().isPresent() && reading.probability().isEmpty();
      withoutProbability += rule == VerdictScore.PROBABILITY && bare ? 1 : 0;
    }
  }

  private static String word(StepReading.Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }

  private LabeledSolution record(LabeledSolution record, StepVotes votes, List<Double> scores) {
    Map<String, String> extra = new LinkedHashMap<>(record.extra());
    extra.put(name + "_outputs", outputs(votes).toString());
    return record.withScores(name, scores, ScoreMeaning.STEP_CORRECT).withExtra(extra);
  }

  private ObjectNode outputs(StepVotes votes) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("score_by", Named.name(rule));
    ArrayNode perStep = node.putArray("steps");
    for (int step = 0; step < votes.readings().size(); step++) {
      step(votes, step, perStep.addObject());
    }
    ArrayNode texts = node.putArray("texts");
    for (StepVotes.Output output : votes.outputs()) {
      ObjectNode text = texts.addObject();
      if (output.step() >= 0) {
        text.put("step", output.step());
      }
      text.put("cut", output.text().end() == Completion.End.CUT).put("text", output.text().text());
    }
    return node;
  }

  private void step(StepVotes votes, int step, ObjectNode node) {
    int right = 0;
    int wrong = 0;
    Map<String, Integer> unread = new TreeMap<>();
    for (StepReading reading : votes.readings().get(step)) {
      right += reading.right().orElse(false) ? 1 : 0;
      wrong += reading.right().orElse(true) ? 0 : 1;
      reading.fault().ifPresent(f -> unread.merge(word(f), 1, Integer::sum));
    }
    node.put("right", right).put("wrong", wrong);
    OptionalDouble score = votes.score(step, rule);
    if (score.isPresent()) {
      node.put("score", score.getAsDouble());
    } else {
      node.putNull("score");
    }
    unread.forEach(node.putObject("unread")::put);
  }

  Counts counts() {
    return new Counts(
        outputs, readings, Map.copyOf(faults), withoutProbability, scored, steps - scored);
  }
}
