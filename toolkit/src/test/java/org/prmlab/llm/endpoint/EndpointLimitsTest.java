package org.prmlab.llm.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.llm.endpoint.EndpointModelTest.PROMPTS;
import static org.prmlab.llm.endpoint.EndpointModelTest.limits;
import static org.prmlab.llm.endpoint.EndpointModelTest.prompts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;
import org.prmlab.model.SamplingSettings;

/** Caps, waits and prices. */
class EndpointLimitsTest {
  @TempDir private Path folder;

  private static EndpointModel connect(LoopbackServer server, EndpointLimits limits) {
    EndpointSettings settings =
        EndpointSettings.of(server.url(), "m", SamplingSettings.withDefaults(50));
    return EndpointModel.connect(settings, limits, "", wait -> {});
  }

  @Test
  void ourOwnWaitsDoubleAndAreShortenedAtRandom() {
    RetryRule rule = RetryRule.withDefaults();
    for (int failures = 1; failures <= 10; failures++) {
      double longest = Math.min(30_000, 500 * Math.pow(2, failures - 1));
      long wait = rule.after(failures, 3).toMillis();
      assertTrue(wait <= longest && wait >= longest / 2, failures + ": " + wait);
      assertEquals(rule.after(failures, 3), rule.after(failures, 3));
    }
    assertFalse(rule.after(5, 1).equals(rule.after(5, 2)));
    assertEquals(Duration.ofMinutes(10), rule.asked(Duration.ofHours(2)));
  }

  @Test
  void retryAfterIsSecondsOrADate() {
    Instant now = Instant.parse("2026-11-23T10:00:00Z");
    assertEquals(Optional.of(Duration.ofSeconds(3)), RetryAfter.read(" 3 ", now));
    assertEquals(Optional.of(Duration.ofMillis(1500)), RetryAfter.read("1.5", now));
    assertEquals(
        Optional.of(Duration.ofSeconds(30)), RetryAfter.read("Mon, 23 Nov 2026 10:00:30 GMT", now));
    assertEquals(Optional.of(Duration.ZERO), RetryAfter.read("Mon, 23 Nov 2026 09:00:00 GMT", now));
    assertEquals(Optional.empty(), RetryAfter.read("soon", now));
  }

  @Test
  void theCapOnRequestsCountsFailedOnes() throws IOException {
    LoopbackServer.Script script =
        (number, body) -> number % 2 == 0 ? Manner.BROKEN : Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script);
        EndpointModel model = connect(server, limits().withMaxRequests(20))) {
      List<Samples> drawn = model.complete(prompts(), AnswerJournal.inMemory());
      assertEquals(20, server.requests());
      assertEquals(10, drawn.stream().filter(d -> d.missing().isEmpty()).count());
      assertTrue(
          drawn.stream()
              .flatMap(d -> d.missing().stream())
              .anyMatch("the cap of 20 requests is reached"::equals));
    }
  }

  @Test
  void whatFailedBeforeACapIsSaid() throws IOException {
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.BROKEN);
        EndpointModel model = connect(server, limits().withConcurrency(1).withMaxRequests(3))) {
      List<Samples> drawn = model.complete(prompts(), AnswerJournal.inMemory());
      assertEquals(
          Optional.of("the cap of 3 requests is reached; before that: 500: out of memory"),
          drawn.get(0).missing());
      assertEquals(Optional.of("the cap of 3 requests is reached"), drawn.get(1).missing());
    }
  }

  /** A request may take 200 new tokens and its bytes; it takes 30. */
  @Test
  void theCapOnTokensIsNeverPassed() throws IOException {
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL);
        EndpointModel model = connect(server, limits().withMaxTokens(600))) {
      AnswerJournal journal = AnswerJournal.inMemory();
      List<Samples> drawn = model.complete(prompts(), journal);
      long answered = drawn.stream().filter(d -> d.missing().isEmpty()).count();
      assertTrue(journal.added().tokens() <= 600, journal.added().toString());
      assertTrue(answered >= 10, answered + " answered"); // waits for what is given back
      assertTrue(
          drawn.get(PROMPTS - 1).missing().orElseThrow().startsWith("the cap of 600 tokens leaves"),
          drawn.get(PROMPTS - 1).toString());
    }
  }

  private static long standingAtTheGate() {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack -> Arrays.stream(stack).anyMatch(f -> f.getClassName().endsWith(".RequestGate")))
        .filter(stack -> Arrays.stream(stack).anyMatch(f -> f.getMethodName().equals("pass")))
        .count();
  }

  /** Those under way when the server says so may end; no other is sent until the wait is over. */
  @Test
  @Timeout(60)
  void whileOneWaitsAtTheServersWordTheOthersWaitToo() throws IOException {
    int atOnce = 4;
    List<Integer> sent = new CopyOnWriteArrayList<>();
    try (LoopbackServer server =
        LoopbackServer.start((number, body) -> number == 0 ? Manner.TOO_MANY : Manner.NORMAL)) {
      Pause pause =
          wait -> {
            sent.add(server.requests());
            while (standingAtTheGate() < atOnce - 1) { // for ever, if they did not wait
              Thread.onSpinWait();
            }
            sent.add(server.requests());
          };
      EndpointSettings settings =
          EndpointSettings.of(server.url(), "m", SamplingSettings.withDefaults(50));
      try (EndpointModel model =
          EndpointModel.connect(settings, limits().withConcurrency(atOnce), "", pause)) {
        List<Samples> drawn = model.complete(prompts(), AnswerJournal.inMemory());
        assertTrue(drawn.stream().allMatch(d -> d.missing().isEmpty()));
      }
      assertTrue(sent.get(1) - sent.get(0) < atOnce, sent.toString());
      assertEquals(PROMPTS + 1, server.requests());
    }
  }

  @Test
  void pricesAreTheUsers() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("prices.json"), "{\"m\": {\"prompt\": 0.5, \"completion\": 2}}");
    PriceTable prices = PriceTable.read(file);
    assertEquals(0.5 + 6, prices.cost("m", new TokenUsage(1, 1_000_000, 3_000_000)));
    var unknown =
        assertThrows(
            IllegalArgumentException.class, () -> prices.cost("n", new TokenUsage(1, 1, 1)));
    assertEquals(file + ": no prices of 'n', but of [m]", unknown.getMessage());
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"m\": {\"prompt\": -1}}");
    var error = assertThrows(IllegalArgumentException.class, () -> PriceTable.read(bad));
    assertEquals(
        bad + ": model 'm' has no price for a million prompt tokens; expected a number, 0 or more",
        error.getMessage());
  }

  @Test
  void anEndpointThatIsNoUrlIsAnError() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> EndpointSettings.of("localhost", "m", SamplingSettings.greedy(1)));
    assertEquals(
        "endpoint 'localhost'; expected a URL such as http://localhost:8000/v1",
        error.getMessage());
  }
}
