package org.prmlab.model.jinja;

/**
 * A piece of a template's source.
 *
 * @param text of strings without quotes, escapes resolved
 * @param line from 1
 */
record JinjaToken(Kind kind, String text, int line) {
  enum Kind {
    TEXT,
    TAG_BEGIN,
    TAG_END,
    OUTPUT_BEGIN,
    OUTPUT_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Kind kind, String text) {
    return this.kind == kind && this.text.equals(text);
  }

  boolean isOperator(String text) {
    return is(Kind.OPERATOR, text);
  }

  boolean isName(String text) {
    return is(Kind.NAME, text);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end of the template" : "'" + text + "'";
  }
}
