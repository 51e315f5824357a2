package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.prmlab.model.jinja.JinjaToken.Kind;

/** Parses what stands behind a value: attributes, subscripts, calls, filters and tests. */
final class PostfixParser {
  private static final Set<Kind> OPERANDS =
      Set.of(Kind.NAME, Kind.STRING, Kind.INTEGER, Kind.FLOAT);
  private static final Set<String> BEHIND_TESTS =
      Set.of("else", "or", "and", "if", "is", "in", "not");

  private final JinjaCursor cursor;
  private final JinjaParser expressions;

  PostfixParser(JinjaCursor cursor, JinjaParser expressions) {
    this.cursor = cursor;
    this.expressions = expressions;
  }

  JinjaExpression postfix(JinjaExpression first) {
    JinjaExpression value = first;
    while (true) {
      if (cursor.acceptOperator(".")) {
        value = attribute(value);
      } else if (cursor.acceptOperator("[")) {
        value = subscript(value);
      } else if (cursor.peek().isOperator("(")) {
        value = call(value);
      } else {
        return value;
      }
    }
  }

  JinjaExpression filtered(JinjaExpression first) {
    JinjaExpression value = first;
    while (true) {
      if (cursor.acceptOperator("|")) {
        value = filter(value);
      } else if (cursor.acceptName("is")) {
        value = test(value);
      } else if (cursor.peek().isOperator("(")) {
        value = call(value);
      } else {
        return value;
      }
    }
  }

  private JinjaExpression attribute(JinjaExpression value) {
    if (cursor.peek().kind() == Kind.INTEGER) {
      Object index = PythonMath.whole(cursor.next().text());
      return scope -> PythonAccess.item(value.in(scope), index);
    }
    String name = cursor.name();
    return scope -> PythonAccess.attribute(value.in(scope), name);
  }

  private JinjaExpression subscript(JinjaExpression value) {
    List<Optional<JinjaExpression>> parts = new ArrayList<>();
    parts.add(partOfSlice());
    while (cursor.acceptOperator(":")) {
      parts.add(partOfSlice());
    }
    cursor.expectOperator("]");
    if (parts.size() == 1) {
      JinjaExpression index = parts.get(0).orElseThrow(() -> cursor.unexpected("an index"));
      return scope -> PythonAccess.item(value.in(scope), index.in(scope));
    }
    return scope ->
        PythonAccess.slice(
            value.in(scope), parts.stream().map(part -> part.map(e -> e.in(scope))).toList());
  }

  private Optional<JinjaExpression> partOfSlice() {
    return cursor.peek().isOperator(":") || cursor.peek().isOperator("]")
        ? Optional.empty()
        : Optional.of(expressions.expression());
  }

  /** What a call's parentheses hold. */
  private record Arguments(List<JinjaExpression> values, Map<String, JinjaExpression> named) {
    JinjaArguments in(JinjaScope scope, String callee) {
      Map<String, Object> byName = new LinkedHashMap<>();
      named.forEach((name, value) -> byName.put(name, value.in(scope)));
      return new JinjaArguments(
          callee, values.stream().map(value -> value.in(scope)).toList(), byName);
    }
  }

  private JinjaExpression call(JinjaExpression value) {
    Arguments arguments = arguments();
    return scope -> {
      Object callee = value.in(scope);
      if (callee instanceof JinjaCallable function) {
        return function.call(arguments.in(scope, "the function"));
      }
      throw callee instanceof JinjaUndefined undefined
          ? undefined.error()
          : JinjaException.of("a value of type %s is called", PythonText.type(callee));
    };
  }

  private Arguments arguments() {
    List<JinjaExpression> values = new ArrayList<>();
    Map<String, JinjaExpression> named = new LinkedHashMap<>();
    if (!cursor.acceptOperator("(")) {
      return new Arguments(values, named);
    }
    while (!cursor.acceptOperator(")")) {
      if (cursor.peek().kind() == Kind.NAME && cursor.second().isOperator("=")) {
        String name = cursor.name();
        cursor.next();
        named.put(name, expressions.expression());
      } else if (named.isEmpty()) {
        values.add(expressions.expression());
      } else {
        throw cursor.unexpected("a named argument after named ones");
      }
      if (!cursor.acceptOperator(",") && !cursor.peek().isOperator(")")) {
        throw cursor.unexpected("',' or ')'");
      }
    }
    return new Arguments(values, named);
  }

  private JinjaExpression filter(JinjaExpression value) {
    String name = cursor.name();
    JinjaFilters.Filter filter = JinjaFilters.named(name, cursor.peek().line());
    Arguments arguments = arguments();
    return scope -> filter.apply(value.in(scope), arguments.in(scope, name));
  }

  private JinjaExpression test(JinjaExpression value) {
    boolean negated = cursor.acceptName("not");
    String name = cursor.name();
    JinjaTests.Test test = JinjaTests.named(name, cursor.peek().line());
    Arguments arguments = cursor.peek().isOperator("(") ? arguments() : operand();
    return scope -> negated != test.holds(value.in(scope), arguments.in(scope, name));
  }

  /** A test's argument may stand without parentheses. */
  private Arguments operand() {
    JinjaToken token = cursor.peek();
    boolean starts =
        OPERANDS.contains(token.kind()) || token.isOperator("[") || token.isOperator("{");
    if (!starts || (token.kind() == Kind.NAME && BEHIND_TESTS.contains(token.text()))) {
      return new Arguments(List.of(), Map.of());
    }
    return new Arguments(List.of(postfix(expressions.primary())), Map.of());
  }
}
