package org.prmlab.cli.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.AnswerOptions;
import org.prmlab.cli.common.AnswersReport;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.bestofn.BestOfN;
import org.prmlab.evaluation.bestofn.CandidateGroup;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.evaluation.bestofn.Selection;
import org.prmlab.labeling.choice.Choice;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;

/**
 * What {@code select} did.
 *
 * @param problems in the file
 * @param samples of all problems
 * @param sampleAnswers how the samples' final answers were found
 * @param accuracy over the problems whose choice is final; null if there is none
 * @param answers of the model to the final choices
 * @param unread of these, how many could not be read
 */
record SelectReport(
    String model,
    String method,
    int problems,
    int samples,
    AnswersReport sampleAnswers,
    @Nullable Accuracy accuracy,
    int answers,
    int unread,
    UsageReport usage,
    MissingReport missing,
    Path out) {

  /**
   * How often an answer is right, in percent.
   *
   * @param chosen by the model
   * @param first the first sample, pass@1
   * @param majority the most frequent answer
   * @param any of the samples, pass@N
   */
  record Accuracy(Estimate chosen, Estimate first, Estimate majority, Estimate any) {}

  /** The choices that were made, collected window by window; no text of a solution is kept. */
  static final class Choices {
    private final AnswerOptions options;
    private final List<ChoiceRow> rows = new ArrayList<>();
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final List<CandidateGroup> ranked = new ArrayList<>();
    private final List<CandidateGroup> unranked = new ArrayList<>();
    private AnswersReport answers;

    Choices(AnswerOptions options) {
      this.options = options;
      this.answers = AnswersReport.of(List.of(), options);
    }

    /** Adds the choices for these samples, one a problem. */
    void add(SampledSolutions samples, List<Choice> choices) {
      answers = answers.plus(AnswersReport.of(samples.answers(), options));
      List<List<Solution>> problems = samples.problems();
      Set<String> chosen = new HashSet<>();
      for (int i = 0; i < choices.size(); i++) {
        Optional<ChoiceRow> row = ChoiceRow.of(problems.get(i), choices.get(i));
        row.ifPresent(rows::add);
        row.ifPresent(r -> chosen.add(r.chosen()));
        String problem = ChoiceRow.name(problems.get(i).get(0));
        choices.get(i).missing().ifPresent(why -> missing.put(problem, why));
      }
      addFinal(samples.rankedBy(s -> chosen.contains(s.id()) ? 1 : 0), choices, ranked);
      addFinal(samples.unscored(), choices, unranked); // of equal ones the best is the first
    }

    private static void addFinal(
        List<CandidateGroup> groups, List<Choice> choices, List<CandidateGroup> to) {
      for (int i = 0; i < choices.size(); i++) {
        if (choices.get(i).missing().isEmpty()) {
          to.add(groups.get(i));
        }
      }
    }

    /** Those that are final. */
    List<ChoiceRow> rows() {
      return List.copyOf(rows);
    }

    /** Why a problem has no choice, by its name. */
    Map<String, String> missing() {
      return new LinkedHashMap<>(missing);
    }

    /** How the samples' answers were found. */
    AnswersReport answers() {
      return answers;
    }

    @Nullable Accuracy accuracy(Bootstrap bootstrap) {
      if (rows.isEmpty()) {
        return null;
      }
      BestOfN chosen = BestOfN.of(ranked).withBootstrap(bootstrap);
      BestOfN any = BestOfN.of(unranked).withBootstrap(bootstrap);
      return new Accuracy(
          chosen.amongAll(Selection.BEST),
          any.amongAll(Selection.BEST),
          any.amongAll(Selection.MAJORITY),
          any.amongAll(Selection.ANY));
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s: %d problems, %d samples -> %s"
            .formatted(model, method, problems - missing.solutions(), samples, out));
    if (accuracy != null) {
      lines.add("right, chosen by the model: " + accuracy.chosen().percent());
      lines.add("right, first sample:        " + accuracy.first().percent());
      lines.add("right, majority vote:       " + accuracy.majority().percent());
      lines.add("right, any sample:          " + accuracy.any().percent());
    }
    lines.add(sampleAnswers.text().replaceFirst("^answers", "final answers"));
    lines.add("answers: %d, of these %d unread".formatted(answers, unread));
    lines.add(usage.text());
    if (!missing.isEmpty()) {
      lines.add(missing.text("problems have no choice", out));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
