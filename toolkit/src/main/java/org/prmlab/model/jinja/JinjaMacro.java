package org.prmlab.model.jinja;

import java.util.Map;
import java.util.Optional;

/** A part of a template that is called like a function and gives the text it writes. */
record JinjaMacro(
    String name,
    Map<String, Optional<JinjaExpression>> parameters,
    JinjaStatement body,
    JinjaScope home)
    implements JinjaCallable {
  @Override
  public Object call(JinjaArguments arguments) {
    Map<String, Object> given =
        new JinjaArguments(name, arguments.values(), arguments.named())
            .by(parameters.keySet().toArray(new String[0]));
    JinjaScope scope = home.inner();
    parameters.forEach(
        (parameter, otherwise) -> {
          Object value = given.get(parameter);
          if (value == null) {
            value =
                otherwise.isPresent()
                    ? otherwise.get().in(scope)
                    : new JinjaUndefined("parameter '" + parameter + "'");
          }
          scope.set(parameter, value);
        });
    var out = new StringBuilder();
    body.run(scope, out);
    return out.toString();
  }
}
