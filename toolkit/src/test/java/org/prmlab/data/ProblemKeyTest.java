package org.prmlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemKeyTest {
  private static final ProblemKey TWO = key("", "What is 1 + 1?");

  @ParameterizedTest
  @ValueSource(
      strings = {
        " What is 1 + 1? ",
        "What  is\n1 + 1?",
        "What is\u00a01 + 1?",
        "\ufeffWhat is 1 +\t1?\r\n",
        "What is\f1 \u2009+ 1?"
      })
  void whiteSpaceMakesNoOtherProblem(String text) {
    assertEquals(TWO, key("", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is 1 + 1 ?", "What is 11?", "what is 1 + 1?", "Whatis 1 + 1?"})
  void everyOtherCharacterDoes(String text) {
    assertNotEquals(TWO, key("", text));
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertEquals(key("", "Caf\u00e9: 3 - 1?"), key("", "Cafe\u0301: 3 - 1?"));
    assertNotEquals(key("", "x\u00b2"), key("", "x2"));
  }

  @Test
  void idAndTextBothCount() {
    assertNotEquals(key("a", "What is 1 + 1?"), key("b", "What is 1 + 1?"));
    assertNotEquals(key("a", "What is 1 + 1?"), key("a", "What is 2 + 2?"));
    assertNotEquals(TWO, key("a", "What is 1 + 1?"));
    assertEquals(key("a", "What is 1 + 1?"), key("a", "What is  1 + 1?"));
  }

  @Test
  void theGoldAnswerDoesNotCount() {
    Problem known = new Problem("a", "What is 1 + 1?", Optional.of("2"));
    assertEquals(Problem.of("a", "What is 1 + 1?").key(), known.key());
  }

  @Test
  void isNamedByItsIdOrElseItsText() {
    assertEquals("a", key("a", "What is 1 + 1?").name());
    assertEquals("What is 1 + 1?", TWO.name());
  }

  @Test
  void anOrdinaryTextIsNotCopied() {
    String text = "What is 1 + 1?";
    assertSame(text, key("", text).text());
  }

  @Test
  void keysThatAgreeWarnOfNothing() {
    KeyConflicts none = KeyConflicts.among(List.of(TWO, TWO, key("a", "b"), key("c", "d")));
    assertEquals(Optional.empty(), none.warning());
  }

  @Test
  void twoTextsUnderOneIdAreWarnedOf() {
    KeyConflicts found = KeyConflicts.among(List.of(key("0", "b"), key("0", "c"), key("1", "d")));
    assertEquals(List.of("0"), found.ids());
    assertEquals(
        "1 problem ids have more than one text (the first is '0'); each text counts as a problem of"
            + " its own: make ids unique if these are different problems",
        found.warning().orElseThrow());
  }

  @Test
  void oneTextUnderTwoIdsIsWarnedOf() {
    KeyConflicts found = KeyConflicts.among(List.of(key("0", "b"), key("1", "b"), key("2", "d")));
    assertEquals(List.of("b"), found.texts());
    assertEquals(
        "1 problem texts have more than one id, or one and none (the first is 'b'); each id counts"
            + " as a problem of its own: leave out ids that only number the rows",
        found.warning().orElseThrow());
    assertEquals(List.of("b"), KeyConflicts.among(List.of(key("", "b"), key("1", "b"))).texts());
  }

  @Test
  void aLongTextIsCutInTheWarning() {
    String text = "x".repeat(100);
    String warning = KeyConflicts.among(List.of(key("0", text), key("1", text))).warning().get();
    assertEquals(1, warning.split("x{60}\\.\\.\\.'", -1).length - 1);
  }

  private static ProblemKey key(String id, String text) {
    return Problem.of(id, text).key();
  }
}
