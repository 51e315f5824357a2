package org.prmlab.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.Equivalence;
import org.prmlab.answer.FinalAnswer;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.prm.Aggregation;
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
  private final Unscored policy;

  /** What becomes of a sample that a model gave no score, where it scored others. */
  public enum Unscored {
    /** Such a model is not among those that can choose. */
    REFUSE,
    /** The sample ranks last and has no weight in a vote. */
    RANK_LAST
  }

  private SampledSolutions(
      List<List<LabeledSolution>> problems,
      List<AnswerClasses> classes,
      Map<String, Equivalence> grades,
      int unanswered,
      Unscored policy) {
    this.problems = problems;
    this.classes = classes;
    this.grades = grades;
    this.unanswered = unanswered;
    this.policy = policy;
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
    return new SampledSolutions(problems, classes, grades, (int) unanswered, Unscored.REFUSE);
  }

  /** The same samples with another rule for those without a score. */
  public SampledSolutions withUnscored(Unscored policy) {
    return new SampledSolutions(problems, classes, grades, unanswered, policy);
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

  /**
   * The names of the PRMs that scored every solution, or one of every problem if the others rank
   * last; in order of first appearance.
   */
  public List<String> prms() {
    return enough(s -> s.scores().keySet());
  }

  /** The names of the outcome models that did. */
  public List<String> outcomeModels() {
    return enough(s -> s.outcomes().keySet());
  }

  private List<String> enough(Function<LabeledSolution, Set<String>> names) {
    Set<String> common = new LinkedHashSet<>();
    problems.get(0).forEach(s -> common.addAll(names.apply(s)));
    for (List<LabeledSolution> problem : problems) {
      common.removeIf(name -> missing(problem, s -> names.apply(s).contains(name)).isPresent());
    }
    return List.copyOf(common);
  }

  /** What a PRM's scores are probabilities of, if all solutions that have some agree. */
  public ScoreMeaning meaning(String prm) {
    List<ScoreMeaning> all =
        problems.stream()
            .flatMap(List::stream)
            .filter(s -> s.scores().containsKey(prm))
            .map(s -> s.meaning(prm))
            .distinct()
            .toList();
    return all.size() == 1 ? all.get(0) : ScoreMeaning.UNSTATED;
  }

  /**
   * How many solutions a PRM or outcome model gave no score. They rank last and have no weight in a
   * vote.
   */
  public int unscored(String model) {
    return (int)
        problems.stream()
            .flatMap(List::stream)
            .filter(s -> !s.scores().containsKey(model) && !s.outcomes().containsKey(model))
            .count();
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
    requireScored(prm);
    return groups(
        solution -> scores(prm, solution).map(aggregation::rank).orElse(Double.NEGATIVE_INFINITY));
  }

  /** The groups for weighted votes: scores in [0, 1]. */
  public List<CandidateGroup> weighted(String prm, Aggregation aggregation) {
    requireScored(prm);
    return groups(solution -> scores(prm, solution).map(aggregation::of).orElse(0.0));
  }

  /**
   * The groups for the choice of an outcome model.
   *
   * @throws IllegalArgumentException if it scored none of a problem's solutions
   */
  public List<CandidateGroup> rankedByOutcome(String model) {
    requireScored(model);
    return groups(s -> s.outcomes().getOrDefault(model, Double.NEGATIVE_INFINITY));
  }

  /**
   * The groups for votes weighted by an outcome model's scores.
   *
   * @return empty if a score lies outside [0, 1]: a sum of them would weigh nothing then
   * @throws IllegalArgumentException if it scored none of a problem's solutions
   */
  public Optional<List<CandidateGroup>> weightedByOutcome(String model) {
    requireScored(model);
    boolean weights =
        problems.stream()
            .flatMap(List::stream)
            .mapToDouble(s -> s.outcomes().getOrDefault(model, 0.0))
            .allMatch(score -> score >= 0 && score <= 1);
    return weights
        ? Optional.of(groups(s -> s.outcomes().getOrDefault(model, 0.0)))
        : Optional.empty();
  }

  private void requireScored(String model) {
    for (List<LabeledSolution> samples : problems) {
      missing(samples, s -> s.scores().containsKey(model) || s.outcomes().containsKey(model))
          .ifPresent(
              s -> {
                throw new IllegalArgumentException(
                    "solution '%s' has no scores of '%s', but of %s"
                        .formatted(s.solution().id(), model, names(s)));
              });
    }
  }

  /** A sample that lacks a score it must have. */
  private Optional<LabeledSolution> missing(
      List<LabeledSolution> samples, Predicate<LabeledSolution> scored) {
    boolean one = policy == Unscored.RANK_LAST && samples.stream().anyMatch(scored);
    return one ? Optional.empty() : samples.stream().filter(scored.negate()).findFirst();
  }

  private static Set<String> names(LabeledSolution solution) {
    Set<String> names = new LinkedHashSet<>(solution.scores().keySet());
    names.addAll(solution.outcomes().keySet());
    return names;
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

  private static Optional<StepScores> scores(String prm, LabeledSolution solution) {
    return Optional.ofNullable(solution.scores().get(prm))
        .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
        .map(v -> StepScores.of(prm, solution.meaning(prm), solution.solution(), v));
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
