package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.Equivalence;
import org.prmlab.answer.FinalAnswer;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.prm.Aggregation;
import org.prmlab.prm.ScoreMeaning;
import org.prmlab.prm.StepScores;

/**
 * Several solutions for each of several problems, graded and sorted into classes of equal answers.
 *
 * <p>Problems are told apart by their {@link org.prmlab.data.ProblemKey}. An answer the record does
 * not hold is looked for in the steps, and one it does not grade is compared with the gold answer.
 */
public final class SampledSolutions {
  private final List<List<LabeledSolution>> problems;
  private final List<AnswerClasses> classes;
  private final Map<String, Equivalence> grades;
  private final int unanswered;

  private SampledSolutions(
      List<List<LabeledSolution>> problems,
      List<AnswerClasses> classes,
      Map<String, Equivalence> grades,
      int unanswered) {
    this.problems = problems;
    this.classes = classes;
    this.grades = grades;
    this.unanswered = unanswered;
  }

  /**
   * Groups and grades the solutions, problems in order of first appearance.
   *
   * @throws IllegalArgumentException if an answer is neither graded nor has a gold one beside it
   */
  public static SampledSolutions of(List<LabeledSolution> solutions, AnswerComparison comparison) {
    List<List<LabeledSolution>> problems =
        List.copyOf(
            solutions.stream()
                .collect(
                    Collectors.groupingBy(
                        s -> s.solution().problem().key(), LinkedHashMap::new, Collectors.toList()))
                .values());
    List<AnswerClasses> classes =
        problems.parallelStream()
            .map(
                p ->
                    AnswerClasses.of(
                        p.stream().map(s -> answer(s.solution())).toList(), comparison))
            .toList();
    Map<String, Equivalence> grades = new LinkedHashMap<>();
    solutions.forEach(s -> grades.put(s.solution().id(), grade(s.solution(), comparison)));
    long unanswered = solutions.stream().filter(s -> answer(s.solution()).isEmpty()).count();
    return new SampledSolutions(problems, classes, grades, (int) unanswered);
  }

  /** Solutions in which no answer was found; they count as wrong. */
  public int unanswered() {
    return unanswered;
  }

  /** Comparisons that could not be decided; they count as wrong, or as different answers. */
  public int undecided() {
    long open = grades.values().stream().filter(g -> g == Equivalence.UNDECIDED).count();
    return (int) open + classes.stream().mapToInt(AnswerClasses::undecided).sum();
  }

  /** The names of the PRMs that scored every solution, in the first record's order. */
  public List<String> prms() {
    return problems.get(0).get(0).scores().keySet().stream()
        .filter(
            prm ->
                problems.stream().flatMap(List::stream).allMatch(s -> s.scores().containsKey(prm)))
        .toList();
  }

  /** The solutions of each problem, in the order of the groups. */
  public List<List<Solution>> problems() {
    return problems.stream().map(p -> p.stream().map(LabeledSolution::solution).toList()).toList();
  }

  /**
   * The groups for a choice that was made elsewhere.
   *
   * @param score larger is better
   */
  public List<CandidateGroup> rankedBy(ToDoubleFunction<Solution> score) {
    return groups(solution -> score.applyAsDouble(solution.solution()));
  }

  /** The groups for votes and pass@k, which look at no score. */
  public List<CandidateGroup> unscored() {
    return groups(solution -> 0);
  }

  /**
   * The groups for prm@k: products rank by their logarithms, so long solutions do not underflow.
   */
  public List<CandidateGroup> ranked(String prm, Aggregation aggregation) {
    return groups(solution -> aggregation.rank(scores(prm, solution)));
  }

  /** The groups for weighted votes: scores in [0, 1]. */
  public List<CandidateGroup> weighted(String prm, Aggregation aggregation) {
    return groups(solution -> aggregation.of(scores(prm, solution)));
  }

  private List<CandidateGroup> groups(ToDoubleFunction<LabeledSolution> score) {
    List<CandidateGroup> groups = new ArrayList<>();
    for (int p = 0; p < problems.size(); p++) {
      List<LabeledSolution> samples = problems.get(p);
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < samples.size(); i++) {
        boolean right = grades.get(samples.get(i).solution().id()) == Equivalence.EQUAL;
        candidates.add(
            new Candidate(
                classes.get(p).classes().get(i), right, score.applyAsDouble(samples.get(i))));
      }
      groups.add(new CandidateGroup(samples.get(0).solution().problem().key(), candidates));
    }
    return groups;
  }

  private static StepScores scores(String prm, LabeledSolution solution) {
    List<Double> values = solution.scores().get(prm);
    if (values == null) {
      throw new IllegalArgumentException(
          "solution '%s' has no scores of '%s', but of %s"
              .formatted(solution.solution().id(), prm, solution.scores().keySet()));
    }
    double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
    return StepScores.of(prm, ScoreMeaning.STEP_CORRECT, solution.solution(), numbers);
  }

  private static Optional<String> answer(Solution solution) {
    return solution
        .finalAnswer()
        .filter(a -> !a.isBlank())
        .or(() -> FinalAnswer.in(solution.steps()).map(FinalAnswer::text));
  }

  private static Equivalence grade(Solution solution, AnswerComparison comparison) {
    if (solution.finalAnswerCorrect().isPresent()) {
      return solution.finalAnswerCorrect().get() ? Equivalence.EQUAL : Equivalence.DIFFERENT;
    }
    String gold =
        solution
            .problem()
            .answer()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "solution '%s' is not graded and its problem has no gold answer"
                            .formatted(solution.id())));
    return answer(solution).map(a -> comparison.compare(gold, a)).orElse(Equivalence.DIFFERENT);
  }
}
