package org.prmlab.answer;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.answer.AnswerRule.Mark;
import org.prmlab.answer.AnswerRule.Strength;

/**
 * Finds the final answer of a solution: what it names as such, else its last formula or number.
 * Where it names several, the last one counts, but a box is never overruled by a mere "the answer
 * is". What stands in {@code <think>...</think>} counts only where nothing behind it is an answer;
 * what stands in one that is not closed does not.
 *
 * @param rules those that may be used
 */
public record AnswerExtraction(Set<AnswerRule> rules) {
  public AnswerExtraction {
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("no rule to find answers by; name one at least");
    }
    rules = Set.copyOf(rules);
  }

  /** By all rules: for solutions that are known to be complete. */
  public static AnswerExtraction withDefaults() {
    return new AnswerExtraction(EnumSet.allOf(AnswerRule.class));
  }

  /** By the rules that take only what a solution calls its answer: for texts that may be cut. */
  public static AnswerExtraction explicit() {
    return withDefaults().withRules(explicitRules());
  }

  public AnswerExtraction withRules(Collection<AnswerRule> rules) {
    return new AnswerExtraction(Set.copyOf(rules));
  }

  /**
   * These rules without the last formula and the last number; all explicit ones if none is left.
   */
  public AnswerExtraction withoutFallback() {
    List<AnswerRule> kept = rules.stream().filter(r -> !r.isFallback()).toList();
    return kept.isEmpty() ? explicit() : withRules(kept);
  }

  private static List<AnswerRule> explicitRules() {
    return Arrays.stream(AnswerRule.values()).filter(r -> !r.isFallback()).toList();
  }

  /** The answer of a solution in steps; empty if there is none. */
  public Optional<FinalAnswer> in(List<String> steps) {
    return in(String.join("\n\n", steps));
  }

  /** The answer a text ends in; empty if there is none. */
  public Optional<FinalAnswer> in(String text) {
    SolutionText solution = SolutionText.of(text);
    String own = solution.beforeNextProblem();
    return explicitIn(own)
        .or(() -> own.equals(solution.answer()) ? Optional.empty() : explicitIn(solution.answer()))
        .or(() -> last(solution.answer(), Strength.FALLBACK))
        .or(() -> explicitIn(solution.thinking()));
  }

  private Optional<FinalAnswer> explicitIn(String text) {
    return last(text, Strength.STRONG).or(() -> last(text, Strength.WEAK));
  }

  private Optional<FinalAnswer> last(String text, Strength strength) {
    return Arrays.stream(AnswerRule.values())
        .filter(r -> r.strength() == strength && rules.contains(r))
        .flatMap(r -> r.last(text).map(m -> new Found(r, m)).stream())
        .max(Comparator.comparingInt(f -> f.mark().start()))
        .map(f -> new FinalAnswer(f.mark().text(), f.rule()));
  }

  private record Found(AnswerRule rule, Mark mark) {}
}
