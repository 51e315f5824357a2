package org.prmlab.answer;

/**
 * A piece of an answer.
 *
 * @param kind what it is
 * @param text the number, the letter, the word, the command without its backslash, or the sign
 */
record Token(Kind kind, String text) {
  enum Kind {
    NUMBER,
    /** A variable or constant, e.g. {@code x}. */
    LETTER,
    /** Prose or a unit: {@code eggs}, {@code cm}. */
    WORD,
    /** {@code \frac} and the like, and functions by name. */
    COMMAND,
    SIGN
  }

  boolean is(Kind kind) {
    return this.kind == kind;
  }

  /** Whether it is this sign or command; {@code \le} is asked for as {@code "\\le"}. */
  boolean is(String written) {
    return switch (kind) {
      case SIGN -> text.equals(written);
      case COMMAND -> written.startsWith("\\") && written.substring(1).equals(text);
      case NUMBER, LETTER, WORD -> false;
    };
  }

  boolean opens() {
    return kind == Kind.SIGN
        && switch (text) {
          case "(", "[", "{", "\\{", "[[" -> true;
          default -> false;
        };
  }

  boolean closes() {
    return kind == Kind.SIGN
        && switch (text) {
          case ")", "]", "}", "\\}", "]]" -> true;
          default -> false;
        };
  }
}
