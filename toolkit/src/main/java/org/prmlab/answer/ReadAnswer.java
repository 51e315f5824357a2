package org.prmlab.answer;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer, of which each form is made when it is asked for, and once. */
final class ReadAnswer {
  /** Not that between the numbers of a list: {@code 1, 234} are two, {@code 1,234} may be one. */
  private static final Pattern SPACE =
      Pattern.compile("(?<![\\p{L}\\d.])(?<!\\d,)\\s+|\\s+(?![\\p{L}\\d.])");

  private final String text;
  private final Optional<PlainNumber> number;
  private @Nullable String plain;
  private @Nullable String squeezed;
  private @Nullable AnswerInUnit inUnit;
  private @Nullable Unreadable fault;

  /** As it is written. */
  ReadAnswer(String text) {
    this.text = text;
    this.number = PlainNumber.of(text);
  }

  /** Of what {@link LatexText#plain} gave. */
  static ReadAnswer ofPlain(String plain) {
    ReadAnswer answer = new ReadAnswer(plain);
    answer.plain = plain;
    return answer;
  }

  String text() {
    return text;
  }

  /** Empty if it is more than digits. */
  Optional<PlainNumber> number() {
    return number;
  }

  /** Without decoration. */
  String plain() {
    String known = plain;
    if (known == null) {
      known = LatexText.plain(text);
      plain = known;
    }
    return known;
  }

  /** The same without white space, but for what parts two numbers or words. */
  String squeezed() {
    String known = squeezed;
    if (known == null) {
      known = SPACE.matcher(plain()).replaceAll("");
      squeezed = known;
    }
    return known;
  }

  /**
   * As mathematics.
   *
   * @throws Unreadable if it is none
   */
  AnswerInUnit inUnit() {
    if (fault != null) {
      throw fault;
    }
    AnswerInUnit known = inUnit;
    if (known == null) {
      try {
        known = AnswerInUnit.parse(plain());
      } catch (Unreadable e) {
        fault = e;
        throw e;
      }
      inUnit = known;
    }
    return known;
  }
}
