package org.prmlab.evaluation.bestofn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.AnswerPairs;
import org.prmlab.answer.Equivalence;

/**
 * Which of the answers to one problem are the same answer.
 *
 * @param classes the class of each answer, counted from 0 in order of first appearance; an answer
 *     that is missing is a class of its own, so that silence cannot win a vote
 * @param undecided pairs that could not be decided and were taken for different
 */
record AnswerClasses(List<Integer> classes, int undecided) {
  public AnswerClasses {
    classes = List.copyOf(classes);
  }

  /** Puts each answer into the class of the first one it equals. */
  public static AnswerClasses of(List<Optional<String>> answers, AnswerComparison comparison) {
    return of(answers, AnswerPairs.of(comparison));
  }

  static AnswerClasses of(List<Optional<String>> answers, AnswerPairs pairs) {
    Map<String, Integer> known = new HashMap<>();
    List<Optional<String>> representatives = new ArrayList<>();
    List<Integer> classes = new ArrayList<>();
    int undecided = 0;
    for (Optional<String> answer : answers) {
      int found = answer.map(a -> known.getOrDefault(a, -1)).orElse(representatives.size());
      for (int c = 0; found < 0 && c < representatives.size(); c++) {
        Equivalence same =
            representatives.get(c).isEmpty()
                ? Equivalence.DIFFERENT
                : pairs.compare(representatives.get(c).get(), answer.orElseThrow());
        found = same == Equivalence.EQUAL ? c : found;
        undecided += same == Equivalence.UNDECIDED ? 1 : 0;
      }
      int index = found < 0 ? representatives.size() : found;
      if (index == representatives.size()) {
        representatives.add(answer);
      }
      answer.ifPresent(a -> known.putIfAbsent(a, index));
      classes.add(index);
    }
    return new AnswerClasses(classes, undecided);
  }
}
