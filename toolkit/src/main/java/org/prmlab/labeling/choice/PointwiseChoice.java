package org.prmlab.labeling.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.labeling.judge.Judge;
import org.prmlab.labeling.judge.JudgeVotes;
import org.prmlab.llm.AnswerJournal;

/**
 * A judge as selector for Best-of-N, pointwise: every solution is judged alone, and the one with
 * the largest share of steps judged right is picked, the earlier of equals (the paper, Tables 11
 * and 12). One whose verdict cannot be read counts as 0.
 */
public record PointwiseChoice(Judge judge) implements SolutionChooser {
  @Override
  public List<Choice> choose(List<List<Solution>> groups, AnswerJournal journal) {
    List<JudgeVotes> votes = judge.read(groups.stream().flatMap(List::stream).toList(), journal);
    List<Choice> choices = new ArrayList<>();
    int from = 0;
    for (List<Solution> group : groups) {
      if (group.isEmpty()) {
        throw new IllegalArgumentException("a problem without samples; at least one expected");
      }
      choices.add(best(votes.subList(from, from + group.size())));
      from += group.size();
    }
    return choices;
  }

  private static Choice best(List<JudgeVotes> group) {
    int best = 0;
    for (int i = 1; i < group.size(); i++) {
      best = group.get(i).shareRight() > group.get(best).shareRight() ? i : best;
    }
    Optional<String> missing = group.stream().flatMap(v -> v.missing().stream()).findFirst();
    return new Choice(
        best,
        group.stream().mapToInt(v -> v.readings().size()).sum(),
        group.stream().mapToInt(JudgeVotes::unread).sum(),
        missing);
  }
}
