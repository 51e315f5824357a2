package org.prmlab.cli.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.prmlab.answer.AnswerRule;
import org.prmlab.answer.Equivalence;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.bestofn.SampleAnswer;
import org.prmlab.evaluation.bestofn.SampleColumns;

/**
 * How the final answers of samples were found and graded.
 *
 * @param samples all
 * @param unanswered without an answer; they count as wrong
 * @param undecided whose answer could be neither shown equal to the gold one nor different; they
 *     count as wrong
 * @param lastValue whose answer is the last formula or number of a text that names none
 * @param rules how many answers each rule found, by its name; {@code recorded} for those in the
 *     data
 * @param shown some of the open ones, if they were asked for
 */
public record AnswersReport(
    int samples,
    int unanswered,
    int undecided,
    int lastValue,
    Map<String, Integer> rules,
    List<Open> shown) {
  private static final double WORTH_A_WARNING = 0.02;
  private static final List<String> KINDS = List.of("unanswered", "undecided", "last value");
  private static final int SHOWN = 5; // of each kind
  private static final int TAIL = 160; // characters

  /**
   * A sample whose answer is open.
   *
   * @param why unanswered, undecided or last value
   * @param id of the sample
   * @param answer what was found; empty if nothing was
   * @param tail the end of its text
   */
  record Open(String why, String id, String answer, String tail) {}

  public static AnswersReport of(List<SampleAnswer> answers, AnswerOptions options) {
    Map<String, Integer> rules = new TreeMap<>();
    answers.stream()
        .filter(a -> a.text().isPresent())
        .forEach(a -> rules.merge(a.rule().map(Named::name).orElse("recorded"), 1, Integer::sum));
    List<SampleAnswer> unanswered = answers.stream().filter(a -> a.text().isEmpty()).toList();
    List<SampleAnswer> undecided = answers.stream().filter(SampleAnswer::isUndecided).toList();
    List<SampleAnswer> last = answers.stream().filter(SampleAnswer::isByFallback).toList();
    List<Open> shown =
        Stream.of(
                open(KINDS.get(0), unanswered),
                open(KINDS.get(1), undecided),
                open(KINDS.get(2), last))
            .flatMap(List::stream)
            .toList();
    return new AnswersReport(
        answers.size(),
        unanswered.size(),
        undecided.size(),
        last.size(),
        rules,
        options.isShown() ? shown : List.of());
  }

  /** Both together. */
  public AnswersReport plus(AnswersReport more) {
    Map<String, Integer> allRules = new TreeMap<>(rules);
    more.rules.forEach((rule, count) -> allRules.merge(rule, count, Integer::sum));
    List<Open> allShown =
        KINDS.stream()
            .flatMap(
                kind ->
                    Stream.concat(shown.stream(), more.shown.stream())
                        .filter(open -> open.why().equals(kind))
                        .limit(SHOWN))
            .toList();
    return new AnswersReport(
        samples + more.samples,
        unanswered + more.unanswered,
        undecided + more.undecided,
        lastValue + more.lastValue,
        allRules,
        allShown);
  }

  /** Of samples in columns, of which those shown are read again. */
  public static AnswersReport of(SampleColumns samples, EvaluatedData data, AnswerOptions options) {
    Map<String, Integer> rules = new TreeMap<>();
    List<Integer> unanswered = new ArrayList<>();
    List<Integer> undecided = new ArrayList<>();
    List<Integer> last = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Optional<AnswerRule> rule = samples.rule(i);
      if (samples.answer(i).isEmpty()) {
        unanswered.add(i);
      } else {
        rules.merge(rule.map(Named::name).orElse("recorded"), 1, Integer::sum);
      }
      if (samples.grade(i) == Equivalence.UNDECIDED) {
        undecided.add(i);
      }
      if (rule.filter(AnswerRule::isFallback).isPresent()) {
        last.add(i);
      }
    }
    List<Open> shown = new ArrayList<>();
    if (options.isShown()) {
      shown.addAll(open("unanswered", unanswered, samples, data));
      shown.addAll(open("undecided", undecided, samples, data));
      shown.addAll(open("last value", last, samples, data));
    }
    return new AnswersReport(
        samples.size(), unanswered.size(), undecided.size(), last.size(), rules, shown);
  }

  private static List<Open> open(
      String why, List<Integer> some, SampleColumns samples, EvaluatedData data) {
    int[] places = some.stream().limit(SHOWN).mapToInt(i -> i).toArray();
    return data.again().solutions(places).entrySet().stream()
        .map(
            found -> {
              Solution solution = found.getValue().solution();
              String answer = samples.answer(found.getKey()).orElse("");
              return new Open(why, solution.id(), answer, tail(solution));
            })
        .toList();
  }

  private static List<Open> open(String why, List<SampleAnswer> answers) {
    return answers.stream()
        .limit(SHOWN)
        .map(a -> new Open(why, a.solution().id(), a.text().orElse(""), tail(a.solution())))
        .toList();
  }

  private static String tail(Solution solution) {
    String text = String.join("\n", solution.steps()).strip();
    String end = text.substring(Math.max(0, text.length() - TAIL));
    return (end.length() < text.length() ? "..." : "") + end.replaceAll("\\s+", " ");
  }

  /** The same for people; a share above 2 % is a warning. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "answers: %,d samples; %s without one, %s undecided (both count as wrong); %s only by their last formula or number"
            .formatted(samples, share(unanswered), share(undecided), share(lastValue)));
    warn(
        lines,
        unanswered,
        "have no answer",
        "were they cut off, or does --answer-rules leave out their form?");
    warn(
        lines,
        undecided,
        "have an answer that could not be compared",
        "see why with: prmlab grade");
    warn(
        lines,
        lastValue,
        "name no answer, so their last value was taken for it",
        "where they were cut off it is a step on the way; --answer-rules without last-formula and"
            + " last-number counts them as unanswered");
    shown.forEach(
        o ->
            lines.add(
                "  %s: %s, answer '%s': %s".formatted(o.why(), o.id(), o.answer(), o.tail())));
    return String.join(System.lineSeparator(), lines);
  }

  private void warn(List<String> lines, int count, String what, String advice) {
    if (count > WORTH_A_WARNING * samples) {
      String more = shown.isEmpty() ? "; --show-unanswered shows some" : "";
      lines.add("warning: %s of the samples %s: %s%s".formatted(share(count), what, advice, more));
    }
  }

  private String share(int count) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / Math.max(1, samples));
  }
}
