package org.prmlab.labeling.choice;

import java.util.List;
import org.prmlab.data.Solution;
import org.prmlab.llm.AnswerJournal;

/**
 * A language model that picks one of several solutions of a problem (the paper, Tables 11 and 12).
 */
public interface SolutionChooser {

  /**
   * The choice for every problem, in order.
   *
   * @param groups the solutions of each problem, in the order they were sampled
   * @param journal keeps what the model answers
   * @throws IllegalArgumentException if a group is empty
   */
  List<Choice> choose(List<List<Solution>> groups, AnswerJournal journal);
}
