package org.prmlab.labeling.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.Solution;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.PromptText;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;

/**
 * A language model that is shown a problem and a solution, without the gold answer, and asked for
 * the first wrong paragraph (LLM-as-a-judge; the paper, section 3.1.3).
 */
public final class Judge {
  private final CompletionSource model;
  private final JudgePromptFormat shape;
  private final PromptText wording;
  private final int votes;

  private Judge(CompletionSource model, JudgePromptFormat shape, PromptText wording, int votes) {
    if (votes < 1) {
      throw new IllegalArgumentException(votes + " votes; at least 1 expected");
    }
    this.model = model;
    this.shape = shape;
    this.wording = wording;
    this.votes = votes;
  }

  /** A judge asked once a solution, in the toolkit's own words. */
  public static Judge of(CompletionSource model, JudgePromptFormat shape) {
    return new Judge(model, shape, shape.wording(), 1);
  }

  /** This judge asked so many times a solution; the most frequent verdict wins. */
  public Judge withVotes(int votes) {
    return new Judge(model, shape, wording, votes);
  }

  /**
   * This judge asked in other words.
   *
   * @param file text with {@code {problem}} and {@code {solution}}
   * @throws IllegalArgumentException if one of them is missing
   */
  public Judge withWording(Path file) {
    return new Judge(model, shape, PromptText.read(file, "problem", "solution"), votes);
  }

  /** What the judge says about every solution, in order. */
  public List<JudgeVotes> read(List<Solution> solutions, AnswerJournal journal) {
    List<Prompt> prompts =
        solutions.stream()
            .map(
                s ->
                    Prompt.question(
                        s.id() + "/judge", shape.ask(wording, s), SampleRange.ofFirst(votes)))
            .toList();
    List<Samples> drawn = model.complete(prompts, journal);
    List<JudgeVotes> read = new ArrayList<>();
    for (int i = 0; i < solutions.size(); i++) {
      read.add(JudgeVotes.of(solutions.get(i), shape, drawn.get(i)));
    }
    return read;
  }
}
