package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.prmlab.model.jinja.JinjaToken.Kind;

/**
 * Parses expressions, the loosest operator first: {@code if}, {@code or}, {@code and} and so on.
 */
final class JinjaParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final JinjaCursor cursor;

  JinjaParser(JinjaCursor cursor) {
    this.cursor = cursor;
  }

  /** One expression, or several with commas between them, which are a list. */
  JinjaExpression tuple() {
    JinjaExpression first = expression();
    if (!cursor.peek().isOperator(",")) {
      return first;
    }
    List<JinjaExpression> all = new ArrayList<>(List.of(first));
    while (cursor.acceptOperator(",")) {
      if (cursor.peek().kind() == Kind.OUTPUT_END || cursor.peek().kind() == Kind.TAG_END) {
        break;
      }
      all.add(expression());
    }
    return list(all);
  }

  JinjaExpression expression() {
    JinjaExpression value = or();
    while (cursor.acceptName("if")) {
      JinjaExpression then = value;
      JinjaExpression condition = or();
      JinjaExpression otherwise =
          cursor.acceptName("else")
              ? expression()
              : scope -> new JinjaUndefined("an inline if without else");
      value =
          scope -> PythonText.isTrue(condition.in(scope)) ? then.in(scope) : otherwise.in(scope);
    }
    return value;
  }

  /** What a loop goes over and what a test is compared with: no {@code if} of its own. */
  JinjaExpression or() {
    JinjaExpression value = and();
    while (cursor.acceptName("or")) {
      JinjaExpression left = value;
      JinjaExpression right = and();
      value =
          scope -> {
            Object first = left.in(scope);
            return PythonText.isTrue(first) ? first : right.in(scope);
          };
    }
    return value;
  }

  private JinjaExpression and() {
    JinjaExpression value = not();
    while (cursor.acceptName("and")) {
      JinjaExpression left = value;
      JinjaExpression right = not();
      value =
          scope -> {
            Object first = left.in(scope);
            return PythonText.isTrue(first) ? right.in(scope) : first;
          };
    }
    return value;
  }

  private JinjaExpression not() {
    if (cursor.acceptName("not")) {
      JinjaExpression value = not();
      return scope -> !PythonText.isTrue(value.in(scope));
    }
    return comparison();
  }

  /** Chains as Python has them: {@code a < b < c} is both. */
  private JinjaExpression comparison() {
    JinjaExpression first = sum();
    List<String> operators = new ArrayList<>();
    List<JinjaExpression> operands = new ArrayList<>();
    while (true) {
      if (cursor.peek().kind() == Kind.OPERATOR && COMPARISONS.contains(cursor.peek().text())) {
        operators.add(cursor.next().text());
      } else if (cursor.acceptName("in")) {
        operators.add("in");
      } else if (cursor.peek().isName("not") && cursor.second().isName("in")) {
        cursor.next();
        cursor.next();
        operators.add("not in");
      } else {
        break;
      }
      operands.add(sum());
    }
    return operators.isEmpty() ? first : chain(first, operators, operands);
  }

  private static JinjaExpression chain(
      JinjaExpression first, List<String> operators, List<JinjaExpression> operands) {
    return scope -> {
      Object left = first.in(scope);
      for (int i = 0; i < operators.size(); i++) {
        Object right = operands.get(i).in(scope);
        if (!PythonMath.holds(operators.get(i), left, right)) {
          return false;
        }
        left = right;
      }
      return true;
    };
  }

  private JinjaExpression sum() {
    JinjaExpression value = concatenation();
    while (cursor.peek().isOperator("+") || cursor.peek().isOperator("-")) {
      value = binary(cursor.next().text(), value, concatenation());
    }
    return value;
  }

  private JinjaExpression concatenation() {
    JinjaExpression value = product();
    while (cursor.acceptOperator("~")) {
      JinjaExpression left = value;
      JinjaExpression right = product();
      value = scope -> PythonText.str(left.in(scope)) + PythonText.str(right.in(scope));
    }
    return value;
  }

  private JinjaExpression product() {
    JinjaExpression value = power();
    while (cursor.peek().kind() == Kind.OPERATOR
        && Set.of("*", "/", "//", "%").contains(cursor.peek().text())) {
      value = binary(cursor.next().text(), value, power());
    }
    return value;
  }

  private JinjaExpression power() {
    JinjaExpression value = unary();
    while (cursor.acceptOperator("**")) {
      value = binary("**", value, unary());
    }
    return value;
  }

  private static JinjaExpression binary(
      String operator, JinjaExpression left, JinjaExpression right) {
    return scope -> PythonMath.apply(operator, left.in(scope), right.in(scope));
  }

  private JinjaExpression unary() {
    return new PostfixParser(cursor, this).filtered(signed());
  }

  private JinjaExpression signed() {
    if (cursor.acceptOperator("-")) {
      JinjaExpression value = signed();
      return scope -> PythonMath.apply("-", 0L, value.in(scope));
    }
    if (cursor.acceptOperator("+")) {
      return signed();
    }
    return new PostfixParser(cursor, this).postfix(primary());
  }

  JinjaExpression primary() {
    JinjaToken token = cursor.peek();
    return switch (token.kind()) {
      case NAME -> named(cursor.next().text());
      case STRING -> constant(strings());
      case INTEGER -> {
        cursor.next();
        yield constant(PythonMath.whole(token.text()));
      }
      case FLOAT -> constant(Double.parseDouble(cursor.next().text()));
      default -> bracketed();
    };
  }

  /** Strings that stand one behind the other are one. */
  private String strings() {
    var text = new StringBuilder();
    while (cursor.peek().kind() == Kind.STRING) {
      text.append(cursor.next().text());
    }
    return text.toString();
  }

  private static JinjaExpression named(String name) {
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(JinjaNone.NONE);
      default -> scope -> scope.get(name);
    };
  }

  private static JinjaExpression constant(Object value) {
    return scope -> value;
  }

  private JinjaExpression bracketed() {
    if (cursor.acceptOperator("(")) {
      List<JinjaExpression> elements = new ArrayList<>();
      boolean comma = elements(")", elements);
      return elements.size() == 1 && !comma ? elements.get(0) : list(elements);
    }
    if (cursor.acceptOperator("[")) {
      List<JinjaExpression> elements = new ArrayList<>();
      elements("]", elements);
      return list(elements);
    }
    if (cursor.acceptOperator("{")) {
      return dict();
    }
    throw cursor.unexpected("a value");
  }

  /** Adds elements up to a closing bracket; whether a comma stood before it. */
  private boolean elements(String end, List<JinjaExpression> elements) {
    boolean comma = false;
    while (!cursor.acceptOperator(end)) {
      if (!elements.isEmpty() && !comma) {
        throw cursor.unexpected("',' or '" + end + "'");
      }
      elements.add(expression());
      comma = cursor.acceptOperator(",");
    }
    return comma;
  }

  private static JinjaExpression list(List<JinjaExpression> elements) {
    List<JinjaExpression> copy = List.copyOf(elements);
    return scope -> copy.stream().map(element -> element.in(scope)).toList();
  }

  private JinjaExpression dict() {
    List<JinjaExpression> keys = new ArrayList<>();
    List<JinjaExpression> values = new ArrayList<>();
    while (!cursor.acceptOperator("}")) {
      keys.add(expression());
      cursor.expectOperator(":");
      values.add(expression());
      if (!cursor.acceptOperator(",") && !cursor.peek().isOperator("}")) {
        throw cursor.unexpected("',' or '}'");
      }
    }
    return scope -> {
      Map<Object, Object> dict = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        dict.put(keys.get(i).in(scope), values.get(i).in(scope));
      }
      return dict;
    };
  }
}
