package org.prmlab.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.kernel.wire.Message;

class AbortRuleTest {
  private static final Instant SENT = Instant.parse("2026-11-01T12:00:00Z");
  private static final Duration RAN = Duration.ofSeconds(5);

  private final AbortRule rule = new AbortRule();

  private static Message sent(String session, Instant date) {
    JsonObject header = new JsonObject();
    header.addProperty("session", session);
    header.addProperty("date", date.toString());
    JsonObject none = new JsonObject();
    return new Message(List.of(), header, none, none, none);
  }

  private void failAfterFiveSeconds() {
    rule.failed(sent("a", SENT), System.nanoTime() - RAN.toNanos());
  }

  @Test
  void nothingIsAbortedWithoutAFailure() {
    assertFalse(rule.applies(sent("a", SENT), System.nanoTime()));
  }

  @Test
  void whatHadArrivedBeforeTheFailureIsAborted() {
    long before = System.nanoTime();
    failAfterFiveSeconds();
    assertTrue(rule.applies(sent("b", SENT.plusSeconds(60)), before));
  }

  @Test
  void whatWasSentBeforeTheFailureIsAbortedEvenIfItArrivesLater() {
    failAfterFiveSeconds();
    assertTrue(rule.applies(sent("a", SENT.plusSeconds(1)), System.nanoTime()));
  }

  @Test
  void whatWasSentAfterTheFailureRuns() {
    failAfterFiveSeconds();
    assertFalse(rule.applies(sent("a", SENT.plusSeconds(6)), System.nanoTime()));
  }

  @Test
  void clocksOfDifferentFrontEndsAreNotCompared() {
    failAfterFiveSeconds();
    assertFalse(rule.applies(sent("b", SENT.minusSeconds(600)), System.nanoTime()));
  }
}
