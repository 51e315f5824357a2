package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.prmlab.report.View;

class PredictTest {
  private static final Predict CHOICE = Predict.choice("Up or <down>?", "up", "down", "neither");
  private static final Predict NUMBER = Predict.number("How many per cent?");

  @Test
  void asksBeforeItTells() {
    assertEquals(
        """
        Predict. Up or <down>?
          1. up
          2. down
          3. neither
        Put your answer, 1 to 3, into answer(...) and run the cell.\
        """,
        CHOICE.toString());
    View view = Views.of(CHOICE).orElseThrow();
    assertEquals(CHOICE.toString(), view.text());
    assertTrue(view.html().orElseThrow().contains("Up or &lt;down&gt;?"));
    assertTrue(
        NUMBER
            .toString()
            .endsWith("Put your answer, a number, into answer(...) and run the cell."));
  }

  @Test
  void aChoiceIsItsWordsOrItsNumber() {
    assertTrue(CHOICE.answer("Down ").toString().endsWith("You said: down"));
    assertTrue(CHOICE.answer(2).toString().endsWith("You said: down"));
  }

  @Test
  void theAnswerStandsBesideTheResult() {
    assertEquals("Up or <down>?\nyou said down; it is up", CHOICE.answer(2).compare("up").text());
    assertEquals(
        "Up or <down>?\nyou said up; it is up, as you said", CHOICE.answer(1).compare("up").text());
    assertEquals("Up or <down>?\nyou have not said yet; it is up", CHOICE.compare("up").text());
  }

  @Test
  void aNumberIsComparedByHowFarItIsAway() {
    assertEquals(
        "How many per cent?\nyou said 40; it is 53.5, 13.5 more than you said",
        NUMBER.answer(40).compare(53.5).text());
    assertEquals(
        "How many per cent?\nyou said 0.1234567; it is 0, 0.1235 less than you said",
        NUMBER.answer(0.1234567).compare(0).text());
    assertEquals("How many per cent?\nyou have not said yet; it is 7", NUMBER.compare(7).text());
    assertTrue(NUMBER.answer(7).compare(7).text().endsWith("it is 7, as you said"));
    assertTrue(NUMBER.answer(-0.5).compare(7).html().orElseThrow().contains("<b>7</b>"));
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    refuses(
        "'left' is none of the choices [up, down, neither]; write one of them, or its number from 1 to 3",
        () -> CHOICE.answer("left"));
    refuses(
        "4 is none of the choices [up, down, neither]; write one of them, or its number from 1 to 3",
        () -> CHOICE.answer(4));
    refuses(
        "'How many per cent?' asks for a number, found the text '50'; write answer(50) without quotation marks",
        () -> NUMBER.answer("50"));
    refuses(
        "NaN is no answer to 'How many per cent?'; a finite number expected",
        () -> NUMBER.answer(Double.NaN));
    refuses(
        "'Up or <down>?' asks for one of [up, down, neither], found the number 1; compare it with one of them",
        () -> CHOICE.compare(1));
    refuses(
        "the question 'x' has the choices [a, a]; two or more different ones expected",
        () -> Predict.choice("x", "a", "a"));
  }

  private static void refuses(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
