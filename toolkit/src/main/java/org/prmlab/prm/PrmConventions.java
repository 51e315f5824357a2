package org.prmlab.prm;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.prmlab.data.ScoreMeaning;

/**
 * What is known of a PRM that its checkpoint does not say: by which separator it was trained, which
 * token marks a step, which class means "right". What is not stated is taken from the checkpoint,
 * or is the family's default; a family that has no use for what is stated refuses it.
 *
 * <p>Tokens are named by their text, or by their id as {@code id:648}.
 *
 * @param stated by kind; as text
 */
public record PrmConventions(Map<Convention, String> stated) {
  public PrmConventions {
    Map<Convention, String> copy = new EnumMap<>(Convention.class);
    copy.putAll(stated);
    stated = Collections.unmodifiableMap(copy);
    stated.forEach(PrmConventions::check);
  }

  private static void check(Convention kind, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("%s is empty; expected some text".formatted(kind));
    }
    if (kind == Convention.STEP_TEXT && !text.contains("{step}")) {
      throw new IllegalArgumentException(
          "step text '%s' does not say where the step goes; write {step} there".formatted(text));
    }
    if (kind == Convention.LAYOUT
        && !text.equals(StepTokenInput.CHAT)
        && !(text.contains("{problem}") && text.contains("{steps}"))) {
      throw new IllegalArgumentException(
          "layout '%s'; expected a text with {problem} and {steps}, or chat".formatted(text));
    }
  }

  /** Nothing stated. */
  public static PrmConventions withDefaults() {
    return new PrmConventions(Map.of());
  }

  /** The text between steps, e.g. two line breaks. */
  public PrmConventions withSeparator(String separator) {
    return with(Convention.SEPARATOR, separator);
  }

  /** The token that follows each step. */
  public PrmConventions withStepToken(String token) {
    return with(Convention.STEP_TOKEN, token);
  }

  /** The tokens that say "right" and "wrong". */
  public PrmConventions withLabelTokens(String good, String bad) {
    return with(Convention.GOOD_TOKEN, good).with(Convention.BAD_TOKEN, bad);
  }

  /** The whole input: a text with {@code {problem}} and {@code {steps}}, or {@code chat}. */
  public PrmConventions withLayout(String layout) {
    return with(Convention.LAYOUT, layout);
  }

  /** One step of the input: a text with {@code {step}} and perhaps {@code {number}}, from 1. */
  public PrmConventions withStepText(String text) {
    return with(Convention.STEP_TEXT, text);
  }

  /** The classes whose probability, summed up, is the score; indices from 0. */
  public PrmConventions withRightClasses(int... classes) {
    return with(
        Convention.RIGHT_CLASSES,
        IntStream.of(classes).mapToObj(Integer::toString).collect(Collectors.joining(",")));
  }

  /** What the scores are probabilities of. */
  public PrmConventions withMeaning(ScoreMeaning meaning) {
    return with(Convention.MEANING, meaning.name());
  }

  /** This, and one more thing stated. */
  public PrmConventions with(Convention kind, String text) {
    Map<Convention, String> more = new EnumMap<>(Convention.class);
    more.putAll(stated);
    more.put(kind, text);
    return new PrmConventions(more);
  }

  Optional<String> get(Convention kind) {
    return Optional.ofNullable(stated.get(kind));
  }

  /** What the scores are probabilities of; empty if not stated. */
  public Optional<ScoreMeaning> meaning() {
    return get(Convention.MEANING).map(ScoreMeaning::valueOf);
  }

  /** Empty if not stated. */
  Set<Integer> rightClasses() {
    Set<Integer> classes = new TreeSet<>();
    get(Convention.RIGHT_CLASSES).stream()
        .flatMap(text -> Stream.of(text.split(",", -1)))
        .forEach(text -> classes.add(wholeNumber(text.strip())));
    return classes;
  }

  private static int wholeNumber(String text) {
    if (!text.matches("\\d{1,4}")) {
      throw new IllegalArgumentException(
          "right class '%s'; expected its index, counted from 0".formatted(text));
    }
    return Integer.parseInt(text);
  }

  /**
   * Checks that a family uses all that is stated.
   *
   * @throws IllegalArgumentException if it does not: what is ignored would mislead
   */
  public void requireOnly(String family, Set<Convention> used) {
    Set<Convention> unused = EnumSet.noneOf(Convention.class);
    unused.addAll(stated.keySet());
    unused.removeAll(used);
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException(
          "PRM family '%s' has no use for %s; leave it out or name another family"
              .formatted(
                  family,
                  unused.stream().map(Convention::toString).collect(Collectors.joining(", "))));
    }
  }
}
