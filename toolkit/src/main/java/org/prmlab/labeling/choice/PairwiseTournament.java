package org.prmlab.labeling.choice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.evaluation.CriticBox;
import org.prmlab.evaluation.SpokenText;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.PromptText;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.llm.Samples;

/**
 * A judge as selector for Best-of-N, pairwise: solutions of one problem meet two by two, the better
 * one goes on, N - 1 comparisons in all (single elimination; the paper, Tables 11 and 12).
 *
 * <p>Which of a pair is shown first is drawn from the seed, because judges favour a place. Where an
 * answer cannot be read, the earlier sample goes on, and it is counted; where one is missing, the
 * problem is left as it stands, since whom the winner meets is not known.
 */
public final class PairwiseTournament implements SolutionChooser {
  private static final String[] WORDS = {"problem", "first", "second"};

  private final CompletionSource model;
  private final PromptText wording;
  private final long seed;

  private PairwiseTournament(CompletionSource model, PromptText wording, long seed) {
    this.model = model;
    this.wording = wording;
    this.seed = seed;
  }

  /** In the toolkit's own words. */
  public static PairwiseTournament of(CompletionSource model, long seed) {
    return new PairwiseTournament(model, PromptText.resource("judge-pairwise.txt", WORDS), seed);
  }

  /**
   * In other words.
   *
   * @param file text with {@code {problem}}, {@code {first}} and {@code {second}}
   */
  public PairwiseTournament withWording(Path file) {
    return new PairwiseTournament(model, PromptText.read(file, WORDS), seed);
  }

  /** The pairs of one round of all problems are asked about together. */
  @Override
  public List<Choice> choose(List<List<Solution>> groups, AnswerJournal journal) {
    List<Bracket> brackets = groups.stream().map(Bracket::new).toList();
    for (List<Bracket> open = open(brackets); !open.isEmpty(); open = open(brackets)) {
      List<Prompt> prompts = open.stream().flatMap(b -> b.prompts().stream()).toList();
      List<Samples> drawn = model.complete(prompts, journal);
      int at = 0;
      for (Bracket bracket : open) {
        int pairs = bracket.left.size() / 2;
        bracket.play(drawn.subList(at, at + pairs));
        at += pairs;
      }
    }
    return brackets.stream()
        .map(b -> new Choice(b.left.get(0), b.samples.size() - 1, b.unread, b.missing))
        .toList();
  }

  private static List<Bracket> open(List<Bracket> brackets) {
    return brackets.stream().filter(b -> b.left.size() > 1 && b.missing.isEmpty()).toList();
  }

  /** The samples of one problem that are still in. */
  private final class Bracket {
    private final List<Solution> samples;
    private List<Integer> left = new ArrayList<>();
    private int unread;
    private Optional<String> missing = Optional.empty();

    Bracket(List<Solution> samples) {
      if (samples.isEmpty()) {
        throw new IllegalArgumentException("a problem without samples; at least one expected");
      }
      this.samples = samples;
      for (int i = 0; i < samples.size(); i++) {
        left.add(i);
      }
    }

    List<Prompt> prompts() {
      List<Prompt> prompts = new ArrayList<>();
      for (int i = 0; i + 1 < left.size(); i += 2) {
        prompts.add(prompt(left.get(i), left.get(i + 1)));
      }
      return prompts;
    }

    private Prompt prompt(int earlier, int later) {
      String a = text(isSwapped(earlier, later) ? later : earlier);
      String b = text(isSwapped(earlier, later) ? earlier : later);
      String problem = samples.get(earlier).problem().text();
      return Prompt.question(
          pair(earlier, later),
          wording.fill(Map.of("problem", problem, "first", a, "second", b)),
          SampleRange.ofFirst(1));
    }

    private String pair(int earlier, int later) {
      return samples.get(earlier).id() + "/against/" + samples.get(later).id();
    }

    private boolean isSwapped(int earlier, int later) {
      return SampleSeeds.of(seed, pair(earlier, later)) < 0;
    }

    private String text(int sample) {
      return String.join("\n\n", samples.get(sample).steps());
    }

    /** An odd one out goes on without a comparison. */
    void play(List<Samples> answers) {
      List<Integer> winners = new ArrayList<>();
      for (int i = 0; i < left.size(); i += 2) {
        winners.add(
            i + 1 == left.size()
                ? left.get(i)
                : winner(left.get(i), left.get(i + 1), answers.get(i / 2)));
      }
      left = winners;
    }

    private int winner(int earlier, int later, Samples answer) {
      Optional<Boolean> first =
          answer.completions().stream().findFirst().flatMap(c -> namesFirst(c.text()));
      missing = missing.or(answer::missing);
      if (first.isEmpty()) {
        unread++;
        return earlier;
      }
      return first.get() != isSwapped(earlier, later) ? earlier : later;
    }
  }

  private static Optional<Boolean> namesFirst(String output) {
    return SpokenText.of(output)
        .flatMap(CriticBox::last)
        .map(s -> s.replaceFirst("^(?:solution|answer|option|response)\\b[ _:]*", ""))
        .filter(s -> s.matches("[ab]"))
        .map(s -> s.equals("a"));
  }
}
