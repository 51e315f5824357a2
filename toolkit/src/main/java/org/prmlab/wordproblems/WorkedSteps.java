package org.prmlab.wordproblems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Writes one solution of a problem, right or with one kind of error planted.
 *
 * <p>Step 0 states the start, step {@code i} works event {@code i - 1}, and the last step gives the
 * answer; a skipped event has no step. What follows an error is worked rightly from the wrong
 * amount, so the planted error is the first and, but for {@link ErrorKind#CANCELLED}, the only one
 * of its making.
 */
final class WorkedSteps {
  private static final int TRIES = 10_000;
  private static final List<String> SENTENCES =
      List.of(
          "%1$s = %2$d, so there are now %2$d %3$s.",
          "That makes %1$s = %2$d %3$s.",
          "Next comes %1$s, which is %2$d %3$s.",
          "We get %1$s = %2$d %3$s.");

  private final WordProblem problem;
  private final SplittableRandom random;
  private final List<String> steps = new ArrayList<>();
  private OptionalInt firstError = OptionalInt.empty();
  private int amount;
  private int answer;

  private WorkedSteps(WordProblem problem, SplittableRandom random) {
    this.problem = problem;
    this.random = random;
  }

  /** Tries until the error fits the problem: amounts stay whole and positive. */
  static WorkedSteps of(WordProblem problem, Optional<ErrorKind> error, SplittableRandom random) {
    for (int i = 0; i < TRIES; i++) {
      WorkedSteps worked = new WorkedSteps(problem, random);
      int place = random.nextInt(problem.events().size());
      if (worked.work(new Plan(error, place))) {
        return worked;
      }
    }
    throw new IllegalStateException(
        "no place for the error %s in: %s".formatted(error, problem.toProblem().text()));
  }

  /** Which error is planted at which event, counted from 0. */
  private record Plan(Optional<ErrorKind> error, int place) {
    boolean plants(ErrorKind kind, int event) {
      return event == place && is(kind);
    }

    boolean is(ErrorKind kind) {
      return error.filter(kind::equals).isPresent();
    }

    /** Whether the solution first goes wrong at this event. */
    boolean begins(int event) {
      return event == place && error.isPresent() && !is(ErrorKind.MISCOPIED);
    }

    /** Whether this event brings the right amount back by a wrong result. */
    boolean undoes(int event) {
      return is(ErrorKind.CANCELLED) && event == place + 1;
    }

    boolean makesWrong(int event) {
      return begins(event) || undoes(event);
    }

    /** Whether the result of this event is misstated. */
    boolean slips(int event) {
      return plants(ErrorKind.ARITHMETIC, event)
          || plants(ErrorKind.CANCELLED, event)
          || plants(ErrorKind.GUESSED, event);
    }
  }

  List<String> steps() {
    return List.copyOf(steps);
  }

  /** Index of the planted error, counted from 0; empty if none was. */
  OptionalInt firstError() {
    return firstError;
  }

  boolean isAnswerCorrect() {
    return answer == problem.answer();
  }

  /** False if the plan does not fit: start again. */
  private boolean work(Plan plan) {
    amount = problem.start();
    steps.add("At first there are %d %s.".formatted(amount, problem.theme().unit()));
    for (int event = 0; event < problem.events().size(); event++) {
      if (!plan.plants(ErrorKind.SKIPPED, event) && !work(event, plan)) {
        return false;
      }
      if (plan.begins(event)) {
        int skipped = plan.is(ErrorKind.SKIPPED) ? 1 : 0;
        firstError = OptionalInt.of(steps.size() - 1 + skipped);
      }
    }
    return conclude(plan);
  }

  private boolean work(int event, Plan plan) {
    WordProblem.Event given = problem.events().get(event);
    Arithmetic operation =
        plan.plants(ErrorKind.WRONG_OPERATION, event)
            ? given.operation().mistaken()
            : given.operation();
    int operand = plan.plants(ErrorKind.MISREAD, event) ? slip(given.amount()) : given.amount();
    OptionalInt result = operation.of(amount, operand);
    if (result.isEmpty() || operand < 2) {
      return false;
    }
    int stated = result.getAsInt();
    if (plan.slips(event)) {
      stated = slip(stated);
    } else if (plan.undoes(event)) {
      stated = problem.amounts().get(event + 1);
    }
    boolean right = given.operation().of(amount, given.amount()).equals(OptionalInt.of(stated));
    if (stated < 1 || right == plan.makesWrong(event)) {
      return false;
    }
    say("%d %s %d".formatted(amount, operation, operand), stated);
    amount = stated;
    return true;
  }

  private boolean conclude(Plan plan) {
    answer = plan.is(ErrorKind.GUESSED) ? problem.answer() : amount;
    if (plan.is(ErrorKind.MISCOPIED)) {
      answer = slip(amount);
      firstError = OptionalInt.of(steps.size());
    }
    steps.add("So the answer is \\boxed{%d}.".formatted(answer));
    boolean luck = plan.is(ErrorKind.GUESSED) && amount == answer;
    boolean undone = plan.is(ErrorKind.CANCELLED) && !isAnswerCorrect();
    return answer > 0 && !luck && !undone;
  }

  private void say(String calculation, int result) {
    String sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
    steps.add(sentence.formatted(calculation, result, problem.theme().unit()));
  }

  /** Another number: off by one to five, or by ten. */
  private int slip(int number) {
    int[] offsets = {-10, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 10};
    return number + offsets[random.nextInt(offsets.length)];
  }
}
