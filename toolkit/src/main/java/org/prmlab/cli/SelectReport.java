package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.BestOfN;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.CandidateGroup;
import org.prmlab.evaluation.SampledSolutions;
import org.prmlab.evaluation.Selection;
import org.prmlab.labeling.Choice;

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
  record Accuracy(
      EstimateJson chosen, EstimateJson first, EstimateJson majority, EstimateJson any) {}

  /** The choices for these samples, one a problem. */
  record Choices(SampledSolutions samples, List<Choice> all, Bootstrap bootstrap) {

    /** Those that are final. */
    List<ChoiceRow> rows() {
      List<List<Solution>> problems = samples.problems();
      return IntStream.range(0, all.size())
          .mapToObj(i -> ChoiceRow.of(problems.get(i), all.get(i)))
          .flatMap(Optional::stream)
          .toList();
    }

    Map<String, String> missing() {
      List<List<Solution>> problems = samples.problems();
      Map<String, String> missing = new LinkedHashMap<>();
      for (int i = 0; i < all.size(); i++) {
        String problem = ChoiceRow.name(problems.get(i).get(0));
        all.get(i).missing().ifPresent(why -> missing.put(problem, why));
      }
      return missing;
    }

    @Nullable Accuracy accuracy() {
      List<ChoiceRow> rows = rows();
      if (rows.isEmpty()) {
        return null;
      }
      Set<String> chosen = rows.stream().map(ChoiceRow::chosen).collect(Collectors.toSet());
      BestOfN ranked = of(samples.rankedBy(s -> chosen.contains(s.id()) ? 1 : 0));
      BestOfN unranked = of(samples.unscored()); // of equal ones the best is the first
      return new Accuracy(
          EstimateJson.percent(ranked.amongAll(Selection.BEST)),
          EstimateJson.percent(unranked.amongAll(Selection.BEST)),
          EstimateJson.percent(unranked.amongAll(Selection.MAJORITY)),
          EstimateJson.percent(unranked.amongAll(Selection.ANY)));
    }

    private BestOfN of(List<CandidateGroup> groups) {
      List<CandidateGroup> known =
          IntStream.range(0, groups.size())
              .filter(i -> all.get(i).missing().isEmpty())
              .mapToObj(groups::get)
              .toList();
      return BestOfN.of(known).withBootstrap(bootstrap);
    }

    int sampled() {
      return samples.problems().stream().mapToInt(List::size).sum();
    }
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s: %d problems, %d samples -> %s"
            .formatted(model, method, problems - missing.solutions(), samples, out));
    if (accuracy != null) {
      lines.add("right, chosen by the model: " + EstimateText.of(accuracy.chosen()));
      lines.add("right, first sample:        " + EstimateText.of(accuracy.first()));
      lines.add("right, majority vote:       " + EstimateText.of(accuracy.majority()));
      lines.add("right, any sample:          " + EstimateText.of(accuracy.any()));
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
