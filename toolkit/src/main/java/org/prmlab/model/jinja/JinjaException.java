package org.prmlab.model.jinja;

/** A template that is not valid, uses what is not known here, or refuses its input. */
public final class JinjaException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  private JinjaException(String message, int line) {
    super(line > 0 ? "line %d: %s".formatted(line, message) : message);
    this.line = line;
  }

  @SuppressWarnings("AnnotateFormatMethod") // without values the message is no format
  static JinjaException of(String message, Object... values) {
    return new JinjaException(values.length == 0 ? message : message.formatted(values), 0);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  static JinjaException at(int line, String message, Object... values) {
    return of(message, values).at(line);
  }

  /** The same with the template's line, counted from 1; one that is known already stays. */
  JinjaException at(int line) {
    if (this.line > 0) {
      return this;
    }
    var placed = new JinjaException(String.valueOf(getMessage()), line);
    placed.setStackTrace(getStackTrace());
    return placed;
  }
}
