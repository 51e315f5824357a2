package org.prmlab.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.evaluation.Disagreement;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.PairColumns;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;

class ConsensusFilterTest {
  private static final Bootstrap BOOTSTRAP = Bootstrap.withDefaults().withResamples(200);

  /** Counts of 8 rollouts a step against a judge's 1, 0 or - (unlabeled) a step. */
  private static LabelPair pair(String id, String counts, String judged) {
    List<StepLabel> mc =
        Stream.of(counts.split(" "))
            .<StepLabel>map(c -> StepLabel.monteCarlo(Integer.parseInt(c), 8))
            .toList();
    List<StepLabel> judge =
        judged
            .chars()
            .<StepLabel>mapToObj(
                c ->
                    c == '-'
                        ? StepLabel.Unlabeled.UNLABELED
                        : c == '1' ? StepLabel.Hard.CORRECT : StepLabel.Hard.INCORRECT)
            .toList();
    Solution solution =
        new Solution(
            id,
            Problem.of("", "problem of " + id),
            "g" + mc.size(),
            Collections.nCopies(mc.size(), "a step"),
            Optional.empty(),
            Optional.empty());
    return new LabelPair(solution, new StepLabels("mc", mc), new StepLabels("judge", judge));
  }

  @ParameterizedTest(name = "{0} against {1}: {2} {3} {4}")
  @CsvSource({
    "8 4 0 0, 110-, true, true, true",
    "8 4 0 3, 1100, true, false, true",
    "8 4 0 0, 10--, false, false, true",
    "8 4 1 1, 1111, true, true, true",
    "8 4 1 1, 110-, false, false, false",
    "8 0 5 5, 1111, false, false, false",
  })
  void agreementIsOnTheFirstErrorOnEveryStepOrOnTheVerdict(
      String counts, String judged, String flags, String every, String verdict) {
    LabelPair pair = pair("s", counts, judged);
    assertEquals(Boolean.valueOf(flags), isKept(pair, AgreementRule.FIRST_ERROR));
    assertEquals(Boolean.valueOf(every), isKept(pair, AgreementRule.EVERY_STEP));
    assertEquals(Boolean.valueOf(verdict), isKept(pair, AgreementRule.VERDICT));
  }

  private static boolean isKept(LabelPair pair, AgreementRule rule) {
    ConsensusFilter filter = ConsensusFilter.withDefaults().withAgreement(rule);
    return filter.split(List.of(pair)).kept().size() == 1;
  }

  @Test
  void anOpenVerdictIsNeitherKeptNorThrownAway() {
    ConsensusFilter.Split split =
        ConsensusFilter.withDefaults()
            .split(List.of(pair("a", "8 0", "10"), pair("b", "8 0", "--"), pair("c", "8 8", "10")));
    assertEquals(List.of("a"), ids(split.kept()));
    assertEquals(List.of("c"), ids(split.dropped()));
    assertEquals(List.of("b"), ids(split.open()));
  }

  private static List<String> ids(List<LabelPair> pairs) {
    return pairs.stream().map(p -> p.solution().id()).toList();
  }

  @Test
  void theReportCountsByPartAndByThreshold() {
    List<LabelPair> pairs =
        List.of(
            pair("a", "8 4 0", "110"),
            pair("b", "8 4", "11"),
            pair("c", "8 4", "10"),
            pair("d", "8 8", "--"));
    ConsensusRetention retention =
        new ConsensusRetention(ConsensusFilter.withDefaults(), BOOTSTRAP);
    ConsensusRetention.Kept all = retention.of(pairs);
    assertEquals(2, all.kept());
    assertEquals(1, all.dropped());
    assertEquals(1, all.open());
    assertEquals(2.0 / 3, all.shareIfDefined().map(Estimate::value).orElseThrow());
    var byGenerator = retention.by(s -> s.generator(), pairs).withTotal();
    assertEquals(List.of("g3", "g2", "all"), List.copyOf(byGenerator.toMap().keySet()));
    assertEquals(1, byGenerator.get("g2").kept());
    assertEquals(all, byGenerator.get("all"));
    var byThreshold = retention.byThreshold(List.of(0.0, 0.5), pairs);
    assertEquals(2, keptOf(byThreshold, 0.0));
    assertEquals(1, keptOf(byThreshold, 0.5)); // only c: its rate of 4/8 is an error now
    assertEquals(
        Map.of(Disagreement.FIRST_OPTIMISTIC, 1),
        retention.reasons(retention.filter().split(pairs).dropped()));
  }

  private static <K> int keptOf(Map<K, ConsensusRetention.Kept> parts, K part) {
    return Optional.ofNullable(parts.get(part)).orElseThrow().kept();
  }

  @Test
  void whereTruthIsKnownItSaysWhoWasRight() {
    List<LabelPair> dropped =
        List.of(pair("a", "8 0", "11"), pair("b", "8 8", "10"), pair("c", "0 0", "10"));
    PairColumns.Classes pairs = PairColumns.of(dropped).classes(Binarization.withDefaults());
    byte[] agrees = ConsensusFilter.withDefaults().agrees(PairColumns.of(dropped));
    int[] truth = {1, 1, SolutionColumns.NO_ERROR};
    assertEquals(new SourceAccuracy(3, 0, 1, 1, 1), SourceAccuracy.of(pairs, truth, agrees, 0));
    assertEquals(new SourceAccuracy(0, 0, 0, 0, 0), SourceAccuracy.of(pairs, truth, agrees, 1));
    int[] unknown = {SolutionColumns.NONE, SolutionColumns.NONE, SolutionColumns.NONE};
    assertEquals(new SourceAccuracy(0, 0, 0, 0, 0), SourceAccuracy.of(pairs, unknown, agrees, 0));
  }

  /**
   * Noise-free sources that agree keep everything; a source of constant verdicts only its share.
   */
  @Test
  void theShareKeptIsThatOfTheAgreement() {
    List<LabelPair> pairs =
        IntStream.range(0, 100)
            .mapToObj(i -> pair("s" + i, i % 4 == 0 ? "8 0" : "8 8", i % 2 == 0 ? "10" : "11"))
            .toList();
    Estimate share =
        new ConsensusRetention(ConsensusFilter.withDefaults(), BOOTSTRAP).of(pairs).share();
    assertEquals(0.75, share.value());
    double twoErrors = 1.96 * Math.sqrt(0.75 * 0.25 / 100); // of 100 problems of one solution each
    assertEquals(0.75 - twoErrors, share.low(), 0.02);
    assertEquals(0.75 + twoErrors, share.high(), 0.02);
  }

  @ParameterizedTest(name = "neutral {0} -> {1}")
  @CsvSource({"AS_CORRECT, CORRECT", "AS_INCORRECT, INCORRECT", "DROP, UNLABELED"})
  void aNeutralRatingBecomesWhatTheCallerNames(NeutralRating neutral, String expected) {
    Solution solution = Solution.of("s", Problem.of("", "p"), List.of("a", "b", "c"));
    LabeledSolution rated =
        LabeledSolution.of(
            solution,
            new StepLabels(
                "human",
                List.of(
                    StepLabel.Rating.POSITIVE,
                    StepLabel.Rating.NEUTRAL,
                    StepLabel.Rating.NEGATIVE)));
    StepLabels labels = HumanLabels.of(rated, neutral).labels("human").orElseThrow();
    assertEquals(
        List.of("CORRECT", expected, "INCORRECT"),
        labels.values().stream().map(Object::toString).toList());
  }

  @Test
  void aSolutionWithoutHumanLabelsIsAnError() {
    LabelPair pair = pair("s1", "8", "1");
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                HumanLabels.of(
                    LabeledSolution.of(pair.solution(), pair.first()), NeutralRating.DROP));
    assertEquals(
        "solution 's1' has no labels of 'human', but of [mc]; is this PRM800K?",
        error.getMessage());
  }
}
