package org.prmlab.labeling.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prmlab.evaluation.SpokenText;
import org.prmlab.evaluation.SpokenText.InPlace;
import org.prmlab.labeling.judge.StepReading.Fault;
import org.prmlab.labeling.judge.VerdictWords.Found;
import org.prmlab.llm.Completion;
import org.prmlab.llm.TokenOdds;

/** Reads the verdicts of PRMs that write. */
record VerdictOutput(VerdictWords words) {
  /** A step's heading: at the start of a line, or anywhere with a colon. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?im)^[\\s#>*_-]*(?:step|paragraph)\\s*(\\d{1,4})\\s*"
              + "(?:\\*\\*|__|[*_]*\\s*(?:[:.)\\u2013\\u2014-]|$))"
              + "|\\b(?:step|paragraph)\\s*(\\d{1,4})\\s*[*_]*:");

  /** What an output about a single step says. */
  StepReading ofStep(Completion output) {
    InPlace said = SpokenText.inPlace(output.text());
    Optional<Fault> silence = silence(output, said);
    if (silence.isPresent()) {
      return StepReading.of(silence.get());
    }
    if (output.end() == Completion.End.CUT) {
      return StepReading.of(Fault.CUT_OFF);
    }
    return words
        .last(said.spoken())
        .map(found -> reading(found, output))
        .orElseGet(() -> StepReading.of(Fault.NO_VERDICT));
  }

  private static Optional<Fault> silence(Completion output, InPlace said) {
    if (output.text().isBlank()) {
      return Optional.of(Fault.EMPTY);
    }
    return said.ends() ? Optional.empty() : Optional.of(Fault.THINKING);
  }

  /**
   * What an output about all steps says, one reading a step. Verdicts belong to the step whose
   * heading stands before them; of several the last counts. Verdicts without any heading belong to
   * the steps in order, if there are as many, or the last one found a mistake.
   *
   * <p>ThinkPRM writes its checks while it thinks, and behind it only whether the solution is
   * correct: where nothing that is said is a verdict on a step, the thinking is read.
   */
  List<StepReading> ofSteps(Completion output, int steps) {
    InPlace said = SpokenText.inPlace(output.text());
    Optional<Fault> silence = silence(output, said);
    if (silence.isPresent()) {
      return all(steps, silence.get());
    }
    List<Found> spoken = words.boxed(said.spoken());
    String text = spoken.isEmpty() ? said.thought() : said.spoken();
    List<Found> found = spoken.isEmpty() ? words.boxed(text) : spoken;
    if (found.isEmpty()) {
      return all(steps, output.end() == Completion.End.CUT ? Fault.CUT_OFF : Fault.NO_VERDICT);
    }
    TreeMap<Integer, Integer> headings = headings(text);
    return headings.isEmpty()
        ? inOrder(found, output, steps)
        : byHeading(found, headings, output, steps);
  }

  private static List<StepReading> all(int steps, Fault fault) {
    return Collections.nCopies(steps, StepReading.of(fault));
  }

  /** Numbers of steps, by where their headings stand. */
  private static TreeMap<Integer, Integer> headings(String text) {
    TreeMap<Integer, Integer> headings = new TreeMap<>();
    Matcher heading = STEP.matcher(text);
    while (heading.find()) {
      String number = heading.group(1) == null ? heading.group(2) : heading.group(1);
      headings.put(heading.start(), Integer.parseInt(number));
    }
    return headings;
  }

  private List<StepReading> inOrder(List<Found> found, Completion output, int steps) {
    boolean stopped = found.size() < steps && !found.get(found.size() - 1).isRight();
    if (found.size() != steps && !stopped) {
      return all(steps, Fault.STEPS_UNCLEAR);
    }
    List<StepReading> readings = new ArrayList<>();
    found.forEach(f -> readings.add(reading(f, output)));
    readings.addAll(all(steps - found.size(), Fault.STEP_NOT_JUDGED));
    return readings;
  }

  private List<StepReading> byHeading(
      List<Found> found, TreeMap<Integer, Integer> headings, Completion output, int steps) {
    Fault none = output.end() == Completion.End.CUT ? Fault.CUT_OFF : Fault.STEP_NOT_JUDGED;
    List<StepReading> readings = new ArrayList<>(all(steps, none));
    for (Found one : found) {
      Map.Entry<Integer, Integer> heading = headings.floorEntry(one.at());
      int step = heading == null ? -1 : heading.getValue() - 1;
      if (step >= 0 && step < steps) {
        readings.set(step, reading(one, output));
      }
    }
    return readings;
  }

  private StepReading reading(Found found, Completion output) {
    return StepReading.of(found.isRight(), probability(found.at(), output));
  }

  /** The share of "right" among the tokens that begin a verdict, at the token that holds it. */
  private OptionalDouble probability(int at, Completion output) {
    for (TokenOdds odds : output.odds()) {
      if (odds.at() == at) {
        double right = mass(odds, words.right());
        double wrong = mass(odds, words.wrong());
        return right + wrong > 0
            ? OptionalDouble.of(right / (right + wrong))
            : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  private double mass(TokenOdds odds, Set<String> side) {
    Set<String> other = side.equals(words.right()) ? words.wrong() : words.right();
    return odds.tokens().entrySet().stream()
        .filter(e -> begins(e.getKey(), side) && !begins(e.getKey(), other))
        .mapToDouble(e -> Math.exp(e.getValue()))
        .sum();
  }

  private static boolean begins(String token, Set<String> side) {
    String word = token.replaceAll("^\\P{L}+|\\P{L}+$", "").toLowerCase(Locale.ROOT);
    return !word.isEmpty() && side.stream().anyMatch(s -> s.startsWith(word));
  }
}
