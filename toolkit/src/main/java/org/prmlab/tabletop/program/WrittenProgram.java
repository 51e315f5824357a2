package org.prmlab.tabletop.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;

/**
 * A solution that a model wrote, and the problem it answers.
 *
 * @param problemId identity of the problem; its tier comes first, as in {@code t3-00041}
 * @param tokens six a step, without those of the problem
 * @param generator who wrote it
 */
public record WrittenProgram(
    String problemId, Program program, List<Integer> tokens, String generator) {
  public WrittenProgram {
    tokens = List.copyOf(tokens);
  }

  public static WrittenProgram of(
      String problemId, Program program, int[] tokens, String generator) {
    return new WrittenProgram(
        problemId, program, Arrays.stream(tokens).boxed().toList(), generator);
  }

  public WrittenProgram withProblemId(String id) {
    return new WrittenProgram(id, program, tokens, generator);
  }

  public int[] solution() {
    return tokens.stream().mapToInt(Integer::intValue).toArray();
  }

  public ProgramCheck check() {
    return ProgramCheck.of(program, solution());
  }

  /** The record of it: text, final answer, and what the exact checker says. */
  public LabeledSolution record(String id) {
    int[] problem = ProgramTokens.problem(program);
    String text = ProgramTokens.text(Arrays.copyOfRange(problem, 1, problem.length));
    String answer = Integer.toString(program.answer());
    int[] written = solution();
    List<String> steps = new ArrayList<>();
    for (int at = 0; at < written.length; at += ProgramTokens.LINE) {
      steps.add(ProgramTokens.text(Arrays.copyOfRange(written, at, at + ProgramTokens.LINE - 1)));
    }
    int last =
        ProgramTokens.value(written[written.length - ProgramTokens.LINE + ProgramTokens.RESULT]);
    ProgramCheck check = check();
    return LabeledSolution.of(
        new Solution(
            id,
            new Problem(problemId, text.strip(), Optional.of(answer)),
            generator,
            steps.stream().map(String::strip).toList(),
            Optional.of(Integer.toString(last)),
            Optional.of(check.answerRight())),
        check.verdict());
  }
}
