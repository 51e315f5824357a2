package org.prmlab.labeling.judge;

import java.util.Map;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.CriticOutput;
import org.prmlab.evaluation.CriticReading;
import org.prmlab.llm.PromptText;

/** In which shape a judge is asked for the first wrong paragraph, and answers. */
public enum JudgePromptFormat {
  /**
   * One analysis block a paragraph, counted from 1, up to the first wrong one; then Correct or
   * Incorrect (the paper, section 3.1.3 and appendix).
   */
  ANALYSES("judge-analyses.txt", 1),
  /**
   * The index of the first wrong paragraph, counted from 0, in a box; -1 for none (ProcessBench).
   */
  BOXED_INDEX("judge-boxed-index.txt", 0);

  private final String resource;
  private final int firstNumber;

  JudgePromptFormat(String resource, int firstNumber) {
    this.resource = resource;
    this.firstNumber = firstNumber;
  }

  /** The toolkit's own wording, with {@code {problem}} and {@code {solution}}. */
  PromptText wording() {
    return PromptText.resource(resource, "problem", "solution");
  }

  /** The prompt about one solution, its paragraphs tagged with their numbers. */
  String ask(PromptText wording, Solution solution) {
    StringBuilder tagged = new StringBuilder();
    int number = firstNumber;
    for (String step : solution.steps()) {
      tagged.append(tagged.isEmpty() ? "" : "\n\n");
      tagged.append("<paragraph_%d>\n%s\n</paragraph_%d>".formatted(number, step, number));
      number++;
    }
    return wording.fill(
        Map.of("problem", solution.problem().text(), "solution", tagged.toString()));
  }

  /**
   * What one output says.
   *
   * @param steps of the solution that was judged
   */
  public CriticReading read(String output, int steps) {
    return this == ANALYSES
        ? AnalysesOutput.read(output, steps)
        : CriticOutput.read(output).within(steps);
  }
}
