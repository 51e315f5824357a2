package org.prmlab.labeling.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.SpokenText;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;

/**
 * A process reward model that writes a verdict on every step; asked several times, its score is
 * made of all that could be read.
 */
public final class GenerativePrm {
  private final CompletionSource model;
  private final VerdictFamily family;
  private final int votes;

  private GenerativePrm(CompletionSource model, VerdictFamily family, int votes) {
    if (votes < 1) {
      throw new IllegalArgumentException(votes + " votes; at least 1 expected");
    }
    this.model = model;
    this.family = family;
    this.votes = votes;
  }

  /** Asked once a step, or once a solution where one output is about all steps. */
  public static GenerativePrm of(CompletionSource model, VerdictFamily family) {
    return new GenerativePrm(model, family, 1);
  }

  /** Asked so many times. */
  public GenerativePrm withVotes(int votes) {
    return new GenerativePrm(model, family, votes);
  }

  /** What it says about every solution, in order. */
  public List<StepVotes> read(List<Solution> solutions, AnswerJournal journal) {
    List<Asked> asked = solutions.stream().map(Asked::new).toList();
    if (family.readsItsOwnOutputs()) {
      int most = solutions.stream().mapToInt(s -> s.steps().size()).max().orElse(0);
      for (int step = 0; step < most; step++) {
        int at = step;
        ask(asked.stream().filter(a -> a.isOpen(at)).map(a -> a.question(at)).toList(), journal);
      }
    } else {
      ask(asked.stream().flatMap(a -> a.questions().stream()).toList(), journal);
    }
    return asked.stream().map(Asked::votes).toList();
  }

  private void ask(List<Question> questions, AnswerJournal journal) {
    List<Samples> drawn =
        model.complete(questions.stream().map(Question::prompt).toList(), journal);
    for (int i = 0; i < drawn.size(); i++) {
      questions.get(i).of().take(questions.get(i).step(), drawn.get(i));
    }
  }

  private record Question(Asked of, int step, Prompt prompt) {}

  /** One solution, and the outputs about it so far. */
  private final class Asked {
    private final Solution solution;
    private final Map<Integer, List<Completion>> outputs = new HashMap<>();
    private Optional<String> missing = Optional.empty();

    Asked(Solution solution) {
      this.solution = solution;
    }

    boolean isOpen(int step) {
      return step < solution.steps().size() && missing.isEmpty();
    }

    List<Question> questions() {
      int count = family.isAboutAllSteps() ? 1 : solution.steps().size();
      return IntStream.range(0, count).mapToObj(this::question).toList();
    }

    Question question(int step) {
      List<String> before =
          family.readsItsOwnOutputs()
              ? IntStream.range(0, step).mapToObj(this::answered).toList()
              : List.of();
      String about = family.isAboutAllSteps() ? "" : "/step" + step;
      return new Question(
          this,
          step,
          new Prompt(
              solution.id() + "/" + family.word() + about,
              family.messages(solution, step, before),
              "",
              SampleRange.ofFirst(votes)));
    }

    /** The first output about a step, without its thinking, as the conversation goes on from it. */
    private String answered(int step) {
      String text = outputs.getOrDefault(step, List.of()).get(0).text();
      return SpokenText.of(text).orElse(text).strip();
    }

    void take(int step, Samples drawn) {
      outputs.put(step, drawn.completions());
      missing = missing.or(drawn::missing);
    }

    StepVotes votes() {
      int steps = solution.steps().size();
      List<List<StepReading>> readings = new ArrayList<>();
      IntStream.range(0, steps).forEach(i -> readings.add(new ArrayList<>()));
      List<StepVotes.Output> texts = new ArrayList<>();
      VerdictOutput reader = family.reader();
      for (int step = 0; step < steps; step++) {
        for (Completion output : outputs.getOrDefault(step, List.of())) {
          texts.add(new StepVotes.Output(family.isAboutAllSteps() ? -1 : step, output));
          if (family.isAboutAllSteps()) {
            List<StepReading> all = reader.ofSteps(output, steps);
            IntStream.range(0, steps).forEach(i -> readings.get(i).add(all.get(i)));
          } else {
            readings.get(step).add(reader.ofStep(output));
          }
        }
      }
      return new StepVotes(solution, readings, texts, missing);
    }
  }
}
