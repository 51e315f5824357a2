package org.prmlab.wordproblems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.prmlab.data.Problem;

/**
 * A story in which one amount changes again and again.
 *
 * @param theme what it is about
 * @param start the amount at first
 * @param events what happens to it, in order
 */
record WordProblem(StoryTheme theme, int start, List<Event> events) {

  /** One change of the amount. */
  record Event(Arithmetic operation, int amount) {}

  /** A problem with three to six events whose amounts stay whole and positive. */
  static WordProblem draw(SplittableRandom random) {
    while (true) {
      StoryTheme theme = oneOf(StoryTheme.values(), random);
      int start = 10 + random.nextInt(50);
      WordProblem problem = new WordProblem(theme, start, events(random));
      if (problem.isComplete() && problem.isVaried()) {
        return problem;
      }
    }
  }

  private static List<Event> events(SplittableRandom random) {
    int count = 3 + random.nextInt(4);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Arithmetic operation = oneOf(Arithmetic.values(), random);
      boolean scaling = operation == Arithmetic.TIMES || operation == Arithmetic.OVER;
      events.add(new Event(operation, scaling ? 2 + random.nextInt(4) : 3 + random.nextInt(40)));
    }
    return events;
  }

  private static <T> T oneOf(T[] choices, SplittableRandom random) {
    return List.of(choices).get(random.nextInt(choices.length));
  }

  /** The amount at the start and after each event that can happen. */
  List<Integer> amounts() {
    List<Integer> amounts = new ArrayList<>(List.of(start));
    for (Event event : events) {
      OptionalInt next = event.operation().of(amounts.get(amounts.size() - 1), event.amount());
      if (next.isEmpty()) {
        return amounts;
      }
      amounts.add(next.getAsInt());
    }
    return amounts;
  }

  private boolean isComplete() {
    return amounts().size() == events.size() + 1;
  }

  /**
   * No operation twice in a row, at most one division (few wrong amounts survive it), and never
   * down to nothing.
   */
  private boolean isVaried() {
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i).operation() == events.get(i - 1).operation()) {
        return false;
      }
    }
    return amounts().stream().allMatch(a -> a > 0)
        && events.stream().filter(e -> e.operation() == Arithmetic.OVER).count() <= 1;
  }

  int answer() {
    return amounts().get(events.size());
  }

  Problem toProblem() {
    String story =
        events.stream()
            .map(e -> theme.event(e.operation(), e.amount()))
            .collect(Collectors.joining(" ", theme.start(start) + " ", " " + theme.question()));
    return new Problem("", story, Optional.empty());
  }
}
