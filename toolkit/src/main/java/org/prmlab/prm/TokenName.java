package org.prmlab.prm;

import org.prmlab.model.text.TextTokenizer;

/** A token as a person names it: by its text, or by its id as {@code id:648}. */
record TokenName(String name) {
  private static final String BY_ID = "id:";
  private static final String BY_TEXT = "text:";

  /**
   * Its id.
   *
   * @throws IllegalArgumentException if it is a number, which could be meant as text or as an id
   */
  int id(TextTokenizer tokenizer) {
    if (name.matches(BY_ID + "\\d{1,9}")) {
      return Integer.parseInt(name.substring(BY_ID.length()));
    }
    if (name.matches("\\d\\d+")) {
      throw new IllegalArgumentException(
          "token '%s' could be a text or an id; write %s%s or %s%s"
              .formatted(name, BY_TEXT, name, BY_ID, name));
    }
    String text = name.startsWith(BY_TEXT) ? name.substring(BY_TEXT.length()) : name;
    return tokenizer.has(text) ? tokenizer.id(text) : tokenizer.idAfterSpace(text);
  }

  /** Its text. */
  String text(TextTokenizer tokenizer) {
    return name.startsWith(BY_ID)
        ? tokenizer.decode(id(tokenizer))
        : name.startsWith(BY_TEXT) ? name.substring(BY_TEXT.length()) : name;
  }
}
