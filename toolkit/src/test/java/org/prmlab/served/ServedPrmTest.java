package org.prmlab.served;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.llm.endpoint.EndpointException;
import org.prmlab.llm.endpoint.EndpointLimits;
import org.prmlab.llm.endpoint.RetryRule;
import org.prmlab.served.RewardServer.Manner;

/** The client against a real server on loopback; waits are recorded, not taken. */
class ServedPrmTest {
  private static final int SOLUTIONS = 24;

  @TempDir private Path folder;

  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

  private static EndpointLimits limits() {
    return EndpointLimits.withDefaults().withConcurrency(6).withTimeout(Duration.ofSeconds(20));
  }

  /** So many attempts that chance alone gives no solution up. */
  private static EndpointLimits patient() {
    return limits().withRetries(RetryRule.withDefaults().withAttempts(50));
  }

  private ServedPrm connect(RewardServer server, EndpointLimits limits) {
    return ServedPrm.connect(settings(server), limits, "sk-secret", waits::add);
  }

  private static ServedSettings settings(RewardServer server) {
    return ServedSettings.of(server.url() + "/v1", "m", "qwen2-prm").withTask("token_classify");
  }

  private RewardJournal journal(ServedPrm prm) {
    return RewardJournal.open(folder.resolve("journal.jsonl"), prm.configuration());
  }

  private static List<Solution> solutions() {
    return IntStream.range(0, SOLUTIONS)
        .mapToObj(
            i ->
                Solution.of(
                    "s" + i,
                    Problem.of("p" + i, "Question " + i + "?"),
                    IntStream.rangeClosed(0, i % 4).mapToObj(s -> "step " + s).toList()))
        .toList();
  }

  /** As a model with the pooling type STEP: a row for each marker. */
  private static List<double[]> stepRows(JsonNode messages) {
    String answer = messages.get(messages.size() - 1).path("content").asText();
    int steps = answer.split("<extra_0>", -1).length - 1;
    return RewardServer.pairs(steps, messages.get(1).path("content").asText().hashCode());
  }

  private static void assertAllScored(List<ServedPrm.Scored> scored) {
    assertEquals(SOLUTIONS, scored.size());
    for (ServedPrm.Scored one : scored) {
      assertTrue(one.scores().isPresent(), one.solution().id() + ": " + one.missing());
      double[] expected =
          RewardServer.pairs(
                  one.solution().steps().size(), one.solution().problem().text().hashCode())
              .stream()
              .mapToDouble(pair -> pair[1])
              .toArray();
      assertArrayEquals(expected, one.scores().orElseThrow().values().toArray(), 0);
    }
  }

  @Test
  void scoresOfAllOrAnErrorThatCounts() throws IOException {
    RewardServer.Script one =
        (number, body) ->
            body.toString().contains("Question 7?") ? Manner.BAD_REQUEST : Manner.NORMAL;
    List<Solution> solutions = solutions();
    try (RewardServer server = RewardServer.start(one, ServedPrmTest::stepRows);
        ServedPrm prm = ServedPrm.connect(settings(server))) {
      List<Solution> others =
          solutions.stream().filter(s -> !s.problem().text().equals("Question 7?")).toList();
      assertEquals(
          others.stream().map(s -> s.steps().size()).toList(),
          prm.score(others).stream().map(s -> (int) s.values().count()).toList());
      String message =
          String.valueOf(
              assertThrows(IllegalStateException.class, () -> prm.score(solutions)).getMessage());
      assertTrue(
          message.startsWith("1 of 24 solutions without step scores; the first, 's7': "), message);
      assertTrue(message.contains("prompt too long"), message);
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"REFUSED", "BAD_REQUEST", "REDIRECT"})
  void nothingIsLostAndNothingPaidTwice(Manner manner) throws IOException {
    RewardServer.Script script =
        (number, body) -> number % 2 == 0 && number < 60 ? manner : Manner.NORMAL;
    try (RewardServer server = RewardServer.start(script, ServedPrmTest::stepRows);
        ServedPrm prm = connect(server, patient());
        RewardJournal journal = journal(prm)) {
      assertAllScored(prm.score(solutions(), journal));
      assertEquals(SOLUTIONS, server.paid().size());
      assertEquals(SOLUTIONS, new HashSet<>(server.paid()).size());
      assertTrue(server.mostAtOnce() <= 6, server.mostAtOnce() + " at once");
      int before = server.requests();
      assertAllScored(prm.score(solutions(), journal));
      assertEquals(before, server.requests(), "a second look asks nothing");
      assertEquals(before, prm.requests());
    }
  }

  @Test
  void inAMixtureOfAllTroublesNothingIsLostAndNothingPaidTwice() throws IOException {
    List<Manner> troubles =
        Arrays.stream(Manner.values()).takeWhile(m -> m != Manner.REFUSED).toList();
    var random = new SplittableRandom(5);
    RewardServer.Script script =
        (number, body) -> {
          synchronized (random) {
            Manner manner = troubles.get(random.nextInt(troubles.size()));
            return random.nextInt(2) == 0 ? Manner.NORMAL : manner;
          }
        };
    try (RewardServer server = RewardServer.start(script, ServedPrmTest::stepRows);
        ServedPrm prm = connect(server, patient());
        RewardJournal journal = journal(prm)) {
      assertAllScored(prm.score(solutions(), journal));
      assertEquals(SOLUTIONS, new HashSet<>(server.paid()).size());
      assertEquals(server.paid().size(), SOLUTIONS);
    }
  }

  @Test
  void aRunGoesOnFromItsJournal() throws IOException {
    try (RewardServer server =
        RewardServer.start((number, body) -> Manner.NORMAL, ServedPrmTest::stepRows)) {
      try (ServedPrm prm = connect(server, limits().withMaxRequests(10));
          RewardJournal journal = journal(prm)) {
        List<ServedPrm.Scored> scored = prm.score(solutions(), journal);
        assertEquals(10, scored.stream().filter(s -> s.scores().isPresent()).count());
        assertTrue(
            scored.stream().anyMatch(s -> s.missing().equals("the cap of 10 requests is reached")));
      }
      try (ServedPrm prm = connect(server, limits());
          RewardJournal journal = journal(prm)) {
        assertEquals(10, journal.earlier().answers());
        assertAllScored(prm.score(solutions(), journal));
      }
      assertEquals(SOLUTIONS, server.requests());
    }
  }

  @Test
  void theServersWaitComesBeforeOurOwn() throws IOException {
    try (RewardServer server =
            RewardServer.start(
                (number, body) -> number == 0 ? Manner.TOO_MANY : Manner.NORMAL,
                ServedPrmTest::stepRows);
        ServedPrm prm = connect(server, limits());
        RewardJournal journal = journal(prm)) {
      assertAllScored(prm.score(solutions(), journal));
    }
    assertEquals(List.of(Duration.ofSeconds(7)), waits);
  }

  @Test
  void aRefusalStopsTheRunAndShowsNoKey() throws IOException {
    try (RewardServer server =
            RewardServer.start((number, body) -> Manner.REFUSED, ServedPrmTest::stepRows);
        ServedPrm prm = connect(server, limits());
        RewardJournal journal = journal(prm)) {
      var error = assertThrows(EndpointException.class, () -> prm.score(solutions(), journal));
      assertEquals(
          "the endpoint refuses every request (401: wrong key Bearer ***); check its URL, the"
              + " model's name and the key",
          error.getMessage());
      assertTrue(server.requests() <= 6, server.requests() + " requests");
      assertEquals("Bearer sk-secret", server.keys().get(0));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ROW_TOO_MANY | 3 rows for 2 steps; expected a row a step (pooling type STEP);"
            + " does the text itself hold the step marker?",
        "OTHER_MODEL | answered by the model 'chat', not 'm'; ask for the model by the server's own"
            + " name",
        "NO_NUMBER | '\"NaN\"' among the rewards; numbers expected",
        "STREAM | a stream of events came; expected one JSON object: does a proxy turn streaming"
            + " on?",
        "PAGE | not an answer in JSON: an HTML page, 'Log in'; is the URL that of the server?",
        "ERROR_OBJECT | no list of results in the answer, whose fields are [object, message]; is"
            + " /pooling a route of this server?",
        "MALFORMED | not an answer in JSON: {\"data\": [{\"data\": [[0.5, 0.",
        "BAD_REQUEST | 400: prompt too long",
      })
  void whatCameIsSaid(Manner manner, String message) throws IOException {
    List<Solution> one =
        List.of(Solution.of("s", Problem.of("p", "Q?"), List.of("a = 1", "b = 2")));
    EndpointLimits once = limits().withRetries(RetryRule.withDefaults().withAttempts(1));
    try (RewardServer server =
            RewardServer.start((number, body) -> manner, ServedPrmTest::stepRows);
        ServedPrm prm = connect(server, once);
        RewardJournal journal = journal(prm)) {
      assertEquals(message, prm.score(one, journal).get(0).missing());
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (RewardServer server =
            RewardServer.start((number, body) -> Manner.REDIRECT, ServedPrmTest::stepRows);
        ServedPrm prm = connect(server, limits());
        RewardJournal journal = journal(prm)) {
      var error = assertThrows(EndpointException.class, () -> prm.score(solutions(), journal));
      assertTrue(
          String.valueOf(error.getMessage()).contains("302: an empty body"), error.getMessage());
      assertFalse(server.paths().contains("/login"));
    }
  }

  @Test
  void aServerWhoseAnswersNeverFitIsGivenUpSoon() throws IOException {
    try (RewardServer server =
            RewardServer.start((number, body) -> Manner.ROW_TOO_MANY, ServedPrmTest::stepRows);
        ServedPrm prm = connect(server, limits());
        RewardJournal journal = journal(prm)) {
      var error = assertThrows(EndpointException.class, () -> prm.score(solutions(), journal));
      assertTrue(
          String.valueOf(error.getMessage()).contains("none of 10 answers fits, the last: "),
          error.getMessage());
      assertTrue(server.requests() < 20, server.requests() + " requests");
    }
  }

  @Test
  void anotherModelsJournalIsRefused() throws IOException {
    try (RewardServer server =
        RewardServer.start((number, body) -> Manner.NORMAL, ServedPrmTest::stepRows)) {
      try (ServedPrm prm = connect(server, limits());
          RewardJournal journal = journal(prm)) {
        prm.score(solutions(), journal);
      }
      ServedSettings other = ServedSettings.of(server.url(), "n", "qwen2-prm");
      try (ServedPrm prm = ServedPrm.connect(other, limits(), "")) {
        var error = assertThrows(RuntimeException.class, () -> journal(prm));
        assertTrue(
            String.valueOf(error.getMessage()).contains("results do not mix"), error.getMessage());
      }
    }
  }
}
