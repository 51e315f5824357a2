package org.prmlab.cli.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.AnswerExtraction;
import org.prmlab.answer.Equivalence;
import org.prmlab.answer.FinalAnswer;
import org.prmlab.cli.common.Named;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.format.Conversion;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.search.FoundSolution;
import org.prmlab.search.SearchResult;

/**
 * What a search found for a problem, as a record of the toolkit's own form: the best complete
 * solution with its scores, else the best partial one (whose answer is only what it names as such),
 * and in the field {@code search} what it took.
 */
final class SearchRecord {
  static final String FIELD = "search";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AnswerComparison COMPARISON = AnswerComparison.withDefaults();

  private SearchRecord() {}

  /**
   * The record.
   *
   * @param policy its name
   */
  static ObjectNode of(SearchResult result, String policy) {
    AnswerExtraction extraction =
        result.best().isPresent() ? AnswerExtraction.withDefaults() : AnswerExtraction.explicit();
    Optional<FoundSolution> best = result.best().or(() -> result.found().stream().findFirst());
    List<String> steps = best.map(b -> b.path().steps()).orElse(List.of("(nothing was written)"));
    Optional<FinalAnswer> answer = extraction.in(steps);
    LabeledSolution found =
        scored(LabeledSolution.of(solution(result.problem(), steps, policy, answer)), best)
            .withExtra(Map.of(FIELD, took(result, answer).toString()));
    ObjectNode record = JSON.createObjectNode();
    new PrmlabRecord().encode(found, Conversion.exact(), record);
    return record;
  }

  private static LabeledSolution scored(LabeledSolution solution, Optional<FoundSolution> best) {
    return best.map(FoundSolution::scores)
        .map(s -> solution.withScores(s.prm(), s.values().boxed().toList(), s.meaning()))
        .orElse(solution);
  }

  private static Solution solution(
      Problem problem, List<String> steps, String policy, Optional<FinalAnswer> found) {
    Optional<String> answer = found.map(FinalAnswer::text);
    return new Solution(
        problem.id(), problem, policy, steps, answer, isRight(problem.answer(), answer));
  }

  /** Absent without a gold answer, or where the comparison cannot decide. */
  private static Optional<Boolean> isRight(Optional<String> gold, Optional<String> answer) {
    if (gold.isEmpty()) {
      return Optional.empty();
    }
    Equivalence said =
        answer.map(a -> COMPARISON.compare(gold.get(), a)).orElse(Equivalence.DIFFERENT);
    return said == Equivalence.UNDECIDED
        ? Optional.empty()
        : Optional.of(said == Equivalence.EQUAL);
  }

  private static ObjectNode took(SearchResult result, Optional<FinalAnswer> found) {
    ObjectNode took = JSON.createObjectNode();
    took.put("complete", result.best().isPresent());
    result.best().ifPresent(b -> took.put("rank", b.rank()));
    found.ifPresent(f -> took.put("answer_rule", Named.name(f.rule())));
    return took.put("tokens", result.cost().tokens())
        .put("steps", result.cost().steps())
        .put("scored", result.cost().scored())
        .put("refused", result.cost().refused());
  }
}
