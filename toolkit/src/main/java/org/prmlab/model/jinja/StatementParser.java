package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prmlab.model.jinja.JinjaStatement.Flow;
import org.prmlab.model.jinja.JinjaToken.Kind;

/** Parses text, outputs and tags. */
final class StatementParser {
  private final JinjaCursor cursor;
  private final JinjaParser expressions;

  StatementParser(JinjaCursor cursor) {
    this.cursor = cursor;
    this.expressions = new JinjaParser(cursor);
  }

  JinjaStatement template() {
    JinjaStatement body = body(Set.of());
    if (cursor.peek().kind() != Kind.END) {
      throw cursor.unexpected("the end of the template");
    }
    return body;
  }

  /** Everything up to a tag of one of these names, of which the beginning is taken, too. */
  private JinjaStatement body(Set<String> ends) {
    List<JinjaStatement> statements = new ArrayList<>();
    while (cursor.peek().kind() != Kind.END) {
      JinjaToken token = cursor.next();
      if (token.kind() == Kind.TEXT) {
        statements.add(text(token.text()));
      } else if (token.kind() == Kind.OUTPUT_BEGIN) {
        JinjaExpression value = expressions.tuple();
        cursor.expect(Kind.OUTPUT_END, "'}}'");
        statements.add(output(value).atLine(token.line()));
      } else if (ends.contains(cursor.peek().text())) {
        return JinjaStatement.all(statements);
      } else {
        statements.add(tag(cursor.name(), token.line()).atLine(token.line()));
      }
    }
    if (!ends.isEmpty()) {
      throw cursor.unexpected("a tag " + String.join(" or ", ends.stream().sorted().toList()));
    }
    return JinjaStatement.all(statements);
  }

  private static JinjaStatement text(String text) {
    return (scope, out) -> {
      out.append(text);
      return Flow.NEXT;
    };
  }

  private static JinjaStatement output(JinjaExpression value) {
    return (scope, out) -> {
      out.append(PythonText.str(value.in(scope)));
      return Flow.NEXT;
    };
  }

  private void endTag() {
    cursor.expect(Kind.TAG_END, "'%}'");
  }

  private JinjaStatement closed(String end) {
    JinjaStatement body = body(Set.of(end));
    cursor.expectName(end);
    endTag();
    return body;
  }

  private JinjaStatement tag(String name, int line) {
    return switch (name) {
      case "if" -> condition();
      case "for" -> loop();
      case "set" -> assignment();
      case "macro" -> macro();
      case "generation" -> { // transformers' own tag: only marks what an assistant wrote
        endTag();
        yield closed("endgeneration");
      }
      case "break" -> {
        endTag();
        yield (scope, out) -> Flow.BREAK;
      }
      case "continue" -> {
        endTag();
        yield (scope, out) -> Flow.CONTINUE;
      }
      default ->
          throw JinjaException.at(
              line,
              "tag '%s'; known are if, for, set, macro, break, continue, generation, raw",
              name);
    };
  }

  private JinjaStatement condition() {
    JinjaExpression condition = expressions.tuple();
    endTag();
    JinjaStatement then = body(Set.of("elif", "else", "endif"));
    JinjaStatement otherwise = (scope, out) -> Flow.NEXT;
    if (cursor.acceptName("elif")) {
      otherwise = condition();
    } else if (cursor.acceptName("else")) {
      endTag();
      otherwise = closed("endif");
    } else {
      cursor.expectName("endif");
      endTag();
    }
    JinjaStatement last = otherwise;
    return (scope, out) ->
        PythonText.isTrue(condition.in(scope)) ? then.run(scope, out) : last.run(scope, out);
  }

  private JinjaStatement loop() {
    List<String> targets = targets();
    cursor.expectName("in");
    JinjaExpression over = expressions.or();
    Optional<JinjaExpression> filter =
        cursor.acceptName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    endTag();
    JinjaStatement body = body(Set.of("else", "endfor"));
    JinjaStatement otherwise = (scope, out) -> Flow.NEXT;
    if (cursor.acceptName("else")) {
      endTag();
      otherwise = closed("endfor");
    } else {
      cursor.expectName("endfor");
      endTag();
    }
    return new JinjaLoop(targets, over, filter, body, otherwise);
  }

  private List<String> targets() {
    boolean bracket = cursor.acceptOperator("(");
    List<String> targets = new ArrayList<>(List.of(cursor.name()));
    while (cursor.acceptOperator(",")) {
      targets.add(cursor.name());
    }
    if (bracket) {
      cursor.expectOperator(")");
    }
    return targets;
  }

  private JinjaStatement assignment() {
    if (cursor.second().isOperator(".")) {
      return attributeAssignment();
    }
    List<String> targets = targets();
    if (cursor.acceptOperator("=")) {
      JinjaExpression value = expressions.tuple();
      endTag();
      return (scope, out) -> {
        JinjaLoop.assign(scope, targets, value.in(scope));
        return Flow.NEXT;
      };
    }
    endTag();
    JinjaStatement body = closed("endset");
    return (scope, out) -> {
      var text = new StringBuilder();
      body.run(scope.inner(), text);
      JinjaLoop.assign(scope, targets, text.toString());
      return Flow.NEXT;
    };
  }

  private JinjaStatement attributeAssignment() {
    String name = cursor.name();
    cursor.next();
    String attribute = cursor.name();
    cursor.expectOperator("=");
    JinjaExpression value = expressions.tuple();
    endTag();
    return (scope, out) -> {
      if (!(scope.get(name) instanceof JinjaNamespace namespace)) {
        throw JinjaException.of("'%s' is no namespace; its attributes cannot be set", name);
      }
      namespace.set(attribute, value.in(scope));
      return Flow.NEXT;
    };
  }

  private JinjaStatement macro() {
    String name = cursor.name();
    Map<String, Optional<JinjaExpression>> parameters = new LinkedHashMap<>();
    cursor.expectOperator("(");
    while (!cursor.acceptOperator(")")) {
      String parameter = cursor.name();
      parameters.put(
          parameter,
          cursor.acceptOperator("=") ? Optional.of(expressions.expression()) : Optional.empty());
      if (!cursor.acceptOperator(",") && !cursor.peek().isOperator(")")) {
        throw cursor.unexpected("',' or ')'");
      }
    }
    endTag();
    JinjaStatement body = closed("endmacro");
    return (scope, out) -> {
      scope.set(name, new JinjaMacro(name, parameters, body, scope));
      return Flow.NEXT;
    };
  }
}
