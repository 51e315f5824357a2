package org.prmlab.evaluation.bestofn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.answer.AnswerExtraction;
import org.prmlab.answer.AnswerPairs;
import org.prmlab.answer.AnswerRule;
import org.prmlab.answer.Equivalence;
import org.prmlab.answer.FinalAnswer;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.DerivedTexts;
import org.prmlab.data.ProblemKey;
import org.prmlab.data.Solution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.stats.Clusters;

/**
 * Samples of many problems in columns, graded and sorted into classes of equal answers: {@link
 * SampledSolutions} without their texts. A sample that a model gave no score ranks last and has no
 * weight.
 */
public final class SampleColumns {
  private static final String ANSWER = "answer";
  private static final String RULE = "rule";
  private static final String GOLD = "gold";
  private static final String SALT = "hash of the problem's name";
  private static final String THERE = "="; // before a text that may be empty

  private final SolutionColumns columns;
  private final int[] order; // samples by problem
  private final int[] begins; // (problems + 1)
  private final Equivalence[] grades; // (samples)
  private final CandidateColumns.SampleGroups groups;
  private final int undecided;

  private SampleColumns(SolutionColumns columns, AnswerComparison comparison) {
    this.columns = columns;
    this.begins = new int[columns.problems().size() + 1];
    this.order = byProblem();
    this.grades = new Equivalence[order.length];
    int[] classes = new int[order.length];
    int open =
        IntStream.range(0, begins.length - 1)
            .parallel()
            .map(problem -> grade(problem, classes, comparison))
            .sum();
    this.undecided =
        open + (int) Arrays.stream(grades).filter(g -> g == Equivalence.UNDECIDED).count();
    boolean[] correct = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      correct[i] = grades[order[i]] == Equivalence.EQUAL;
    }
    this.groups =
        new CandidateColumns.SampleGroups(
            begins, classes, correct, Clusters.ofRows(begins.length - 1), salts(), this::name);
  }

  /** What is read of the samples: every score, and their answers. */
  public static ColumnRequest request(AnswerExtraction extraction) {
    return ColumnRequest.withDefaults()
        .withEveryPrm()
        .withTexts(new DerivedTexts(List.of(ANSWER, RULE, GOLD, SALT), s -> texts(s, extraction)));
  }

  private static List<String> texts(Solution solution, AnswerExtraction extraction) {
    Optional<String> recorded = solution.finalAnswer().filter(a -> !a.isBlank());
    Optional<FinalAnswer> found =
        recorded.isPresent() ? Optional.empty() : extraction.in(solution.steps());
    return List.of(
        recorded.or(() -> found.map(FinalAnswer::text)).map(THERE::concat).orElse(""),
        found.map(f -> f.rule().name()).orElse(""),
        solution.problem().answer().map(THERE::concat).orElse(""),
        Integer.toHexString(solution.problem().key().name().hashCode()));
  }

  /**
   * Grades samples.
   *
   * @param columns read with {@link #request}; not empty
   * @throws IllegalArgumentException if an answer is neither graded nor has a gold one beside it
   */
  public static SampleColumns of(SolutionColumns columns, AnswerComparison comparison) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.answerCorrect(i).isEmpty() && columns.texts(GOLD).get(i).isEmpty()) {
        throw new IllegalArgumentException(
            "solution '%s' is not graded and its problem has no gold answer"
                .formatted(columns.ids().get(i)));
      }
    }
    return new SampleColumns(columns, comparison);
  }

  private int[] byProblem() {
    for (int i = 0; i < columns.size(); i++) {
      begins[columns.problems().of(i) + 1]++;
    }
    Arrays.parallelPrefix(begins, Integer::sum);
    int[] next = begins.clone();
    int[] samples = new int[columns.size()];
    for (int i = 0; i < samples.length; i++) {
      samples[next[columns.problems().of(i)]++] = i;
    }
    return samples;
  }

  /** Grades and classifies the samples of a problem; returns how many pairs are undecided. */
  private int grade(int problem, int[] classes, AnswerComparison comparison) {
    Map<List<String>, Equivalence> known = new HashMap<>();
    AnswerPairs pairs = AnswerPairs.of(comparison);
    List<Optional<String>> answers =
        IntStream.range(begins[problem], begins[problem + 1])
            .mapToObj(i -> answer(order[i]))
            .toList();
    for (int i = begins[problem]; i < begins[problem + 1]; i++) {
      int sample = order[i];
      Optional<Boolean> recorded = columns.answerCorrect(sample);
      Optional<String> answer = answers.get(i - begins[problem]);
      grades[sample] =
          recorded.isPresent() || answer.isEmpty()
              ? recorded.orElse(false) ? Equivalence.EQUAL : Equivalence.DIFFERENT
              : known.computeIfAbsent(
                  List.of(columns.texts(GOLD).get(sample).substring(1), answer.get()),
                  pair -> pairs.compare(pair.get(0), pair.get(1)));
    }
    AnswerClasses sorted = AnswerClasses.of(answers, pairs);
    for (int i = 0; i < answers.size(); i++) {
      classes[begins[problem] + i] = sorted.classes().get(i);
    }
    return sorted.undecided();
  }

  private int[] salts() {
    return IntStream.range(0, begins.length - 1)
        .mapToObj(problem -> columns.texts(SALT).get(order[begins[problem]]))
        .mapToInt(hash -> Integer.parseUnsignedInt(hash, 16))
        .toArray();
  }

  private ProblemKey name(int problem) {
    return new ProblemKey("of " + columns.ids().get(order[begins[problem]]), "");
  }

  /** How many samples there are. */
  public int size() {
    return order.length;
  }

  /** The place in the data of a problem's sample, both counted from 0. */
  public int sample(int problem, int place) {
    return order[begins[problem] + place];
  }

  /** The answer of a sample; empty if none was found, which counts as wrong. */
  public Optional<String> answer(int sample) {
    String text = columns.texts(ANSWER).get(sample);
    return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(THERE.length()));
  }

  /** By what rule the answer was found; empty where the record holds it, or there is none. */
  public Optional<AnswerRule> rule(int sample) {
    String name = columns.texts(RULE).get(sample);
    return name.isEmpty() ? Optional.empty() : Optional.of(AnswerRule.valueOf(name));
  }

  /** The grade of a sample against the gold answer. */
  public Equivalence grade(int sample) {
    return Objects.requireNonNull(grades[sample]);
  }

  /** Comparisons that could not be decided; they count as wrong, or as different answers. */
  public int undecided() {
    return undecided;
  }

  /** The samples in columns, in the order of the data. */
  public SolutionColumns columns() {
    return columns;
  }

  /** The groups for votes and pass@k, which look at no score. */
  public CandidateColumns unscored() {
    return new CandidateColumns(groups, new double[order.length]);
  }

  /** The groups for a choice by {@code score}, one a sample; larger is better. */
  CandidateColumns by(SampleScore score) {
    double[] scores = new double[order.length];
    Arrays.parallelSetAll(scores, i -> score.of(order[i]));
    return new CandidateColumns(groups, scores);
  }

  /** The score of a sample, counted in the order of the data. */
  interface SampleScore {
    double of(int sample);
  }

  /** Whether {@code has} holds for a sample of every problem. */
  boolean inEveryProblem(SampleTest has) {
    return IntStream.range(0, begins.length - 1)
        .allMatch(
            problem ->
                IntStream.range(begins[problem], begins[problem + 1])
                    .anyMatch(i -> has.test(order[i])));
  }

  /** The first sample of the first problem of which {@code has} holds for none; -1 without one. */
  int firstLacking(SampleTest has) {
    return IntStream.range(0, begins.length - 1)
        .filter(
            problem ->
                IntStream.range(begins[problem], begins[problem + 1])
                    .noneMatch(i -> has.test(order[i])))
        .map(problem -> order[begins[problem]])
        .findFirst()
        .orElse(-1);
  }

  /** What holds for some samples, counted in the order of the data. */
  interface SampleTest {
    boolean test(int sample);
  }
}
