package org.prmlab.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code for} tag. */
record JinjaLoop(
    List<String> targets,
    JinjaExpression over,
    Optional<JinjaExpression> filter,
    JinjaStatement body,
    JinjaStatement otherwise)
    implements JinjaStatement {

  @Override
  public Flow run(JinjaScope scope, StringBuilder out) {
    List<Object> items = new ArrayList<>();
    for (Object item : PythonAccess.elements(over.in(scope))) {
      if (filter.isEmpty() || passes(filter.get(), item, scope.inner())) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      return otherwise.run(scope.inner(), out);
    }
    for (int i = 0; i < items.size(); i++) {
      JinjaScope inside = scope.inner();
      inside.set("loop", new State(items, i));
      assign(inside, targets, items.get(i));
      if (body.run(inside, out) == Flow.BREAK) {
        break;
      }
    }
    return Flow.NEXT;
  }

  private boolean passes(JinjaExpression condition, Object item, JinjaScope inside) {
    assign(inside, targets, item);
    return PythonText.isTrue(condition.in(inside));
  }

  /** Gives one name the value, or each of several names an element of it. */
  static void assign(JinjaScope scope, List<String> targets, Object value) {
    if (targets.size() == 1) {
      scope.set(targets.get(0), value);
      return;
    }
    List<Object> elements = PythonAccess.elements(value);
    if (elements.size() != targets.size()) {
      throw JinjaException.of(
          "%d values for the %d names %s", elements.size(), targets.size(), targets);
    }
    for (int i = 0; i < targets.size(); i++) {
      scope.set(targets.get(i), elements.get(i));
    }
  }

  /** What {@code loop} is inside. */
  record State(List<Object> items, int index0) {
    Object attribute(String name) {
      int left = items.size() - index0;
      return switch (name) {
        case "index" -> index0 + 1L;
        case "index0" -> (long) index0;
        case "revindex" -> (long) left;
        case "revindex0" -> left - 1L;
        case "first" -> index0 == 0;
        case "last" -> left == 1;
        case "length" -> (long) items.size();
        case "previtem" ->
            index0 == 0 ? new JinjaUndefined("the item before the first") : items.get(index0 - 1);
        case "nextitem" ->
            left == 1 ? new JinjaUndefined("the item after the last") : items.get(index0 + 1);
        case "cycle" ->
            (JinjaCallable) arguments -> arguments.values().get(index0 % arguments.values().size());
        default -> throw JinjaException.of("loop.%s is not known here", name);
      };
    }
  }
}
