package org.prmlab.labeling.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Completion;
import org.prmlab.llm.Completion.End;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.Samples;
import org.prmlab.llm.ScriptedModel;
import org.prmlab.llm.TokenUsage;

class PairwiseTournamentTest {
  @Test
  void aTournamentOfNSamplesTakesNMinusOneComparisons() {
    for (int n = 1; n <= 9; n++) {
      var model = new ScriptedModel("\\boxed{A}");
      List<Solution> group = samples(n);
      var outcome =
          PairwiseTournament.of(model, 3).choose(List.of(group), AnswerJournal.inMemory()).get(0);
      assertEquals(n - 1, outcome.answers());
      assertEquals(n - 1, model.asked().size());
      assertEquals(0, outcome.unread());
    }
  }

  /** A judge that knows: it prefers the solution that says good. */
  @Test
  void theBestSampleWinsWhereverItStands() {
    CompletionSource knowing =
        new CompletionSource() {
          @Override
          public String name() {
            return "knowing";
          }

          @Override
          public String configuration() {
            return "knowing";
          }

          @Override
          public List<Samples> complete(List<Prompt> prompts, AnswerJournal journal) {
            return prompts.stream()
                .map(p -> p.messages().get(0).content())
                .map(text -> text.indexOf("good") < text.indexOf("[Solution B]") ? "A" : "B")
                .map(w -> new Completion("\\boxed{\\text{" + w + "}}", End.STOPPED))
                .map(c -> new Samples(List.of(c), TokenUsage.none(), Optional.empty()))
                .toList();
          }

          @Override
          public void close() {}
        };
    for (int best = 0; best < 7; best++) {
      List<Solution> group = new ArrayList<>(samples(7));
      group.set(best, Solution.of("good", Problem.of("p", "?"), List.of("good")));
      var outcome =
          PairwiseTournament.of(knowing, best)
              .choose(List.of(samples(2), group), AnswerJournal.inMemory())
              .get(1);
      assertEquals(best, outcome.index());
    }
  }

  @Test
  void anUnreadComparisonLetsTheEarlierGoOnAndIsCounted() {
    var outcome =
        PairwiseTournament.of(new ScriptedModel("both are nice"), 1)
            .choose(List.of(samples(4)), AnswerJournal.inMemory())
            .get(0);
    assertEquals(new Choice(0, 3, 3, Optional.empty()), outcome);
  }

  private static List<Solution> samples(int n) {
    List<Solution> samples = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      samples.add(Solution.of("s" + i, Problem.of("p", "?"), List.of("sample " + i)));
    }
    return samples;
  }
}
