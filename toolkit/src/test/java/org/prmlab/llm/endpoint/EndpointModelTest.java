package org.prmlab.llm.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.Samples;
import org.prmlab.llm.TokenUsage;
import org.prmlab.llm.endpoint.LoopbackServer.Manner;
import org.prmlab.llm.endpoint.LoopbackServer.Paid;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.text.ChatMessage;

/** The client against a real server on loopback; waits are recorded, not taken. */
class EndpointModelTest {
  static final int PROMPTS = 30;
  private static final int SAMPLES = 4;

  @TempDir private Path folder;

  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

  private EndpointModel connect(LoopbackServer server, EndpointLimits limits) {
    EndpointSettings settings =
        EndpointSettings.of(server.url(), "m", SamplingSettings.withDefaults(50).withTopP(0.9));
    return EndpointModel.connect(settings, limits, "sk-secret", waits::add);
  }

  static EndpointLimits limits() {
    return EndpointLimits.withDefaults().withConcurrency(8).withTimeout(Duration.ofSeconds(20));
  }

  /** So many attempts that chance alone gives no prompt up. */
  private static EndpointLimits patient() {
    return limits().withRetries(RetryRule.withDefaults().withAttempts(50));
  }

  static List<Prompt> prompts() {
    return IntStream.range(0, PROMPTS)
        .mapToObj(
            i ->
                new Prompt(
                    "p" + i,
                    List.of(new ChatMessage("user", "question " + i)),
                    "step " + i + "\n\n",
                    SampleRange.ofFirst(SAMPLES)))
        .toList();
  }

  private AnswerJournal journal(EndpointModel model) {
    return AnswerJournal.open(folder.resolve("journal.jsonl"), model.configuration());
  }

  private static void assertComplete(List<Samples> drawn) {
    assertEquals(PROMPTS, drawn.size());
    for (Samples one : drawn) {
      assertEquals(Optional.empty(), one.missing());
      assertEquals(SAMPLES, one.completions().size());
    }
  }

  /** What was paid for is exactly what was asked: no sample of a prompt was answered twice. */
  private static void assertPaidOnce(LoopbackServer server) {
    int samples = server.paid().stream().mapToInt(Paid::samples).sum();
    assertEquals(PROMPTS * SAMPLES, samples);
    assertEquals(PROMPTS, new HashSet<>(server.paid().stream().map(Paid::prompt).toList()).size());
  }

  /**
   * Every second of the first hundred requests goes wrong in this manner, whichever prompt it is.
   */
  @ParameterizedTest(name = "{0}")
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"REFUSED", "BAD_REQUEST"})
  void nothingIsLostAndNothingPaidTwice(Manner manner) throws IOException {
    LoopbackServer.Script script =
        (number, body) -> number % 2 == 0 && number < 100 ? manner : Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script);
        EndpointModel model = connect(server, patient());
        AnswerJournal journal = journal(model)) {
      assertComplete(model.complete(prompts(), journal));
      assertPaidOnce(server);
      assertTrue(server.mostAtOnce() <= 8, server.mostAtOnce() + " at once");
      int before = server.requests();
      assertComplete(model.complete(prompts(), journal));
      assertEquals(before, server.requests(), "a second look asks nothing");
      assertEquals(before, model.requests());
    }
  }

  @Test
  void inAMixtureOfAllTroublesNothingIsLostAndNothingPaidTwice() throws IOException {
    Manner[] troubles = {
      Manner.NORMAL, Manner.TOO_MANY, Manner.BROKEN, Manner.CUT, Manner.MALFORMED,
      Manner.ONE_CHOICE, Manner.NO_CHOICES, Manner.NORMAL, Manner.NORMAL, Manner.NORMAL
    };
    for (long seed = 0; seed < 5; seed++) {
      var random = new SplittableRandom(seed);
      LoopbackServer.Script script =
          (number, body) -> {
            synchronized (random) {
              return troubles[random.nextInt(troubles.length)];
            }
          };
      try (LoopbackServer server = LoopbackServer.start(script);
          EndpointModel model = connect(server, patient());
          AnswerJournal journal = AnswerJournal.inMemory()) {
        assertComplete(model.complete(prompts(), journal));
        assertPaidOnce(server);
        long answered = server.paid().stream().mapToLong(Paid::samples).sum();
        assertEquals(5 * answered, journal.added().completionTokens());
      }
    }
  }

  @Test
  void aRequestThatTakesTooLongIsSentAgain() throws IOException {
    LoopbackServer.Script script = (number, body) -> number < 8 ? Manner.SLOW : Manner.NORMAL;
    EndpointLimits hasty = limits().withTimeout(Duration.ofMillis(100));
    try (LoopbackServer server = LoopbackServer.start(script);
        EndpointModel model = connect(server, hasty)) {
      assertComplete(model.complete(prompts(), AnswerJournal.inMemory()));
      int requests = server.requests(); // more where the machine itself is slow
      assertTrue(requests >= PROMPTS + 8, requests + " requests");
    }
  }

  @Test
  void theServersWaitComesBeforeOurOwn() throws IOException {
    try (LoopbackServer server =
            LoopbackServer.start((number, body) -> number == 0 ? Manner.TOO_MANY : Manner.NORMAL);
        EndpointModel model = connect(server, limits())) {
      model.complete(prompts(), AnswerJournal.inMemory());
    }
    assertEquals(List.of(Duration.ofSeconds(7)), waits);
  }

  @Test
  void aPromptThatIsNeverAnsweredIsMissingAndTheOthersAreThere() throws IOException {
    LoopbackServer.Script script =
        (number, body) ->
            body.path("prompt").asText().contains("question 7<") ? Manner.BROKEN : Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script);
        EndpointModel model = connect(server, limits())) {
      List<Samples> drawn = model.complete(prompts(), AnswerJournal.inMemory());
      for (int i = 0; i < PROMPTS; i++) {
        assertEquals(i == 7, drawn.get(i).missing().isPresent(), "prompt " + i);
      }
      assertEquals(
          "6 attempts, the last: 500: out of memory", drawn.get(7).missing().orElseThrow());
      assertEquals(PROMPTS - 1 + 6, server.requests());
    }
  }

  @Test
  void aPromptThatIsRefusedIsNotSentAgain() throws IOException {
    LoopbackServer.Script script =
        (number, body) ->
            body.path("prompt").asText().contains("question 7<")
                ? Manner.BAD_REQUEST
                : Manner.NORMAL;
    try (LoopbackServer server = LoopbackServer.start(script);
        EndpointModel model = connect(server, limits())) {
      List<Samples> drawn = model.complete(prompts(), AnswerJournal.inMemory());
      assertEquals(Optional.of("400: prompt too long"), drawn.get(7).missing());
      assertEquals(PROMPTS, server.requests());
    }
  }

  @Test
  void aWrongKeyStopsTheRunAndIsNotPrinted() throws IOException {
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.REFUSED);
        EndpointModel model = connect(server, limits())) {
      var error =
          assertThrows(
              EndpointException.class, () -> model.complete(prompts(), AnswerJournal.inMemory()));
      assertEquals(
          "the endpoint refuses every request (401: wrong key Bearer ***);"
              + " check its URL, the model's name and the key",
          error.getMessage());
      assertTrue(server.requests() <= 8, "only what was under way");
      assertEquals("Bearer sk-secret", server.keys().get(0));
    }
  }

  @Test
  void aServerThatIsGoneEndsTheRun() throws IOException {
    LoopbackServer gone = LoopbackServer.start((number, body) -> Manner.NORMAL);
    EndpointModel model = connect(gone, limits());
    gone.close();
    List<Samples> drawn = model.complete(prompts(), AnswerJournal.inMemory());
    assertTrue(drawn.stream().allMatch(d -> d.missing().isPresent()));
    String last = drawn.get(PROMPTS - 1).missing().orElseThrow();
    assertTrue(last.startsWith("given up after 16 prompts in a row failed; the last: "), last);
    model.close();
  }

  @Test
  void moreSamplesAddToThoseThatAreThere() throws IOException {
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL);
        EndpointModel model = connect(server, limits());
        AnswerJournal journal = journal(model)) {
      model.complete(prompts(), journal);
      List<Prompt> more =
          prompts().stream().map(p -> p.withSamples(SampleRange.ofFirst(6))).toList();
      List<Samples> drawn = model.complete(more, journal);
      assertEquals(6, drawn.get(0).completions().size());
      assertEquals(
          PROMPTS * 6, server.paid().stream().mapToInt(Paid::samples).sum(), "only the new ones");
    }
  }

  @Test
  void aJournalIsContinuedAndItsPartialLastLineDropped() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    try (LoopbackServer server = LoopbackServer.start((number, body) -> Manner.NORMAL);
        EndpointModel model = connect(server, limits())) {
      try (AnswerJournal journal = journal(model)) {
        model.complete(prompts().subList(0, 20), journal);
      }
      Files.writeString(
          file,
          Files.readString(file) + "{\"configuration\": \"",
          java.nio.charset.StandardCharsets.UTF_8);
      try (AnswerJournal journal = journal(model)) {
        assertEquals(new TokenUsage(20, 200, 400), journal.earlier());
        assertComplete(model.complete(prompts(), journal));
      }
      assertPaidOnce(server);
      assertFalse(Files.readString(file).contains("secret"));
      EndpointSettings other =
          EndpointSettings.of(server.url(), "other", SamplingSettings.withDefaults(50));
      try (EndpointModel changed = EndpointModel.connect(other, limits(), "")) {
        var error = assertThrows(RuntimeException.class, () -> journal(changed));
        assertTrue(
            error.toString().contains("results do not mix: choose another file"), error.toString());
      }
    }
  }
}
