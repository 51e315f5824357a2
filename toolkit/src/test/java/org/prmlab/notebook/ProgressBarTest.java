package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.prmlab.prm.ScoringProgress;
import org.prmlab.report.View;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Clusters;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.Statistic;

class ProgressBarTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final Drawn drawn = new Drawn();
  private final ProgressBar bar = new ProgressBar("scoring", "solutions", drawn, clock::get);

  /** A place that remembers what was drawn. */
  private static final class Drawn implements ProgressPlace {
    private final List<String> states = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private Optional<View> last = Optional.empty();

    @Override
    public void draw(View state) {
      states.add(state.text());
    }

    @Override
    public void end(View state) {
      ends.add(state.text());
      last = Optional.of(state);
    }
  }

  private static ScoringProgress.State scored(int done, long millis) {
    return new ScoringProgress.State(done, 200, done * 100L, 20_000, Duration.ofMillis(millis));
  }

  @Test
  void drawsTheStartThenAtMostTwiceASecondThenTheEnd() {
    for (int i = 0; i <= 200; i++) {
      clock.set(i * SECOND / 50); // 4 seconds
      bar.update(scored(i, i * 20L));
    }
    assertEquals(8, drawn.states.size());
    assertEquals("scoring: 0 of 200 solutions", drawn.states.get(0));
    assertEquals("scoring: 25 of 200 solutions, 5,000 tokens/s, 0:03 left", drawn.states.get(1));
    assertEquals(List.of("scoring: 200 of 200 solutions"), drawn.ends);
  }

  @Test
  void theLastStateHoldsABarAndNoTimes() {
    bar.update(scored(200, 1234));
    assertEquals(
        "<div><progress value=\"200\" max=\"200\" style=\"width:20em\"></progress> "
            + "scoring: 200 of 200 solutions</div>",
        drawn.last.flatMap(View::html).orElseThrow());
  }

  @Test
  void workThatEndsEarlySaysSo() {
    bar.outOf(10).accept(4);
    bar.close();
    bar.close();
    bar.step();
    assertEquals(List.of("scoring: 4 of 10 solutions, stopped"), drawn.ends);
  }

  @Test
  void workOfUnknownSizeIsCounted() {
    bar.accept(1);
    clock.set(SECOND);
    bar.accept(12_000);
    bar.close();
    assertEquals(List.of("scoring: 1 solutions", "scoring: 12,000 solutions"), drawn.states);
    assertEquals(List.of("scoring: 12,000 solutions"), drawn.ends);
  }

  @Test
  void countsTheElementsOfALoop() {
    List<String> seen = new ArrayList<>();
    for (String element : bar.over(List.of("a", "b", "c"))) {
      seen.add(element);
      clock.addAndGet(SECOND);
    }
    assertEquals(List.of("a", "b", "c"), seen);
    assertEquals(
        List.of(
            "scoring: 0 of 3 solutions",
            "scoring: 1 of 3 solutions, 0:02 left",
            "scoring: 2 of 3 solutions, 0:01 left"),
        drawn.states);
    assertEquals(List.of("scoring: 3 of 3 solutions"), drawn.ends);
  }

  @Test
  void anEmptyLoopEndsToo() {
    bar.over(List.of()).forEach(nothing -> {});
    assertEquals(List.of("scoring: 0 solutions"), drawn.ends);
  }

  @Test
  void countsTheResamplesOfABootstrapAndChangesNothing() {
    Clusters clusters = Clusters.ofRows(50);
    Statistic sum = weights -> IntStream.range(0, 50).mapToDouble(i -> weights[i] * i).sum();
    Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(300);
    Estimate counted = bootstrap.interval(clusters, bar.over(sum, bootstrap.resamples()));
    assertEquals(bootstrap.interval(clusters, sum), counted);
    assertEquals(List.of("scoring: 301 of 301 solutions"), drawn.ends);
  }

  @Test
  void aTerminalShowsEachStateOverTheOneBefore() {
    var bytes = new ByteArrayOutputStream();
    var place = new ProgressPlace.OnTerminal(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    place.draw(View.ofText("half"));
    place.end(View.ofText("whole"));
    assertEquals(
        "\r\u001b[Khalf\r\u001b[Kwhole" + System.lineSeparator(),
        bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void outsideANotebookThereIsNoPage() {
    assertTrue(Page.here().isEmpty());
  }
}
