package org.prmlab.model.jinja;

import java.util.List;

/** A piece of a template, parsed: writes to the end of {@code out}. */
@FunctionalInterface
interface JinjaStatement {
  /** What comes after it. */
  enum Flow {
    NEXT,
    BREAK,
    CONTINUE
  }

  Flow run(JinjaScope scope, StringBuilder out);

  /** One after the other. */
  static JinjaStatement all(List<JinjaStatement> statements) {
    List<JinjaStatement> copy = List.copyOf(statements);
    return (scope, out) -> {
      for (JinjaStatement statement : copy) {
        Flow flow = statement.run(scope, out);
        if (flow != Flow.NEXT) {
          return flow;
        }
      }
      return Flow.NEXT;
    };
  }

  /** The same, with its line in errors. */
  default JinjaStatement atLine(int line) {
    return (scope, out) -> {
      try {
        return run(scope, out);
      } catch (JinjaException e) {
        throw e.at(line);
      }
    };
  }
}
