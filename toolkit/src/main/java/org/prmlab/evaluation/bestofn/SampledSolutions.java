package org.prmlab.evaluation.bestofn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.AnswerExtraction;
import org.prmlab.answer.Equivalence;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;

/**
 * Several solutions for each of several problems, graded and sorted into classes of equal answers.
 *
 * <p>Problems are told apart by their {@link org.prmlab.data.ProblemKey}. An answer the record does
 * not hold is looked for in the steps, and one it does not grade is compared with the gold answer.
 */
public final class SampledSolutions {
  private final List<List<LabeledSolution>> problems;
  private final List<AnswerClasses> classes;
  private final Map<String, SampleAnswer> answers;
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
      Map<String, SampleAnswer> answers,
      Unscored policy) {
    this.problems = problems;
    this.classes = classes;
    this.answers = answers;
    this.policy = policy;
  }

  /**
   * Groups and grades the solutions, problems in order of first appearance.
   *
   * @throws IllegalArgumentException if an answer is neither graded nor has a gold one beside it
   */
  public static SampledSolutions of(List<LabeledSolution> solutions, AnswerComparison comparison) {
    return of(solutions, comparison, AnswerExtraction.withDefaults());
  }

  /**
   * The same with answers found by other rules.
   *
   * @throws IllegalArgumentException if an answer is neither graded nor has a gold one beside it
   */
  public static SampledSolutions of(
      List<LabeledSolution> solutions, AnswerComparison comparison, AnswerExtraction extraction) {
    List<List<LabeledSolution>> problems =
        List.copyOf(
            solutions.stream()
                .collect(
                    Collectors.groupingBy(
                        s -> s.solution().problem().key(), LinkedHashMap::new, Collectors.toList()))
                .values());
    Map<String, SampleAnswer> answers = new LinkedHashMap<>();
    solutions.stream()
        .map(LabeledSolution::solution)
        .forEach(s -> answers.put(s.id(), SampleAnswer.of(s, extraction, comparison)));
    List<AnswerClasses> classes =
        problems.parallelStream()
            .map(
                p ->
                    AnswerClasses.of(
                        p.stream().map(s -> found(answers, s).text()).toList(), comparison))
            .toList();
    return new SampledSolutions(problems, classes, answers, Unscored.REFUSE);
  }

  /** The same samples with another rule for those without a score. */
  public SampledSolutions withUnscored(Unscored policy) {
    return new SampledSolutions(problems, classes, answers, policy);
  }

  /** Solutions in which no answer was found; they count as wrong. */
  public int unanswered() {
    return (int) answers.values().stream().filter(a -> a.text().isEmpty()).count();
  }

  /** The answer of each sample, in the order of the data. */
  public List<SampleAnswer> answers() {
    return List.copyOf(answers.values());
  }

  /** Comparisons that could not be decided; they count as wrong, or as different answers. */
  public int undecided() {
    long open = answers.values().stream().filter(SampleAnswer::isUndecided).count();
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

  private static SampleAnswer found(Map<String, SampleAnswer> answers, LabeledSolution sample) {
    return Objects.requireNonNull(answers.get(sample.solution().id()), sample.solution().id());
  }

  private List<CandidateGroup> groups(ToDoubleFunction<LabeledSolution> score) {
    List<CandidateGroup> groups = new ArrayList<>();
    for (int p = 0; p < problems.size(); p++) {
      List<LabeledSolution> samples = problems.get(p);
      List<Candidate> candidates = new ArrayList<>();
      for (int i = 0; i < samples.size(); i++) {
        boolean right = found(answers, samples.get(i)).grade() == Equivalence.EQUAL;
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
}
