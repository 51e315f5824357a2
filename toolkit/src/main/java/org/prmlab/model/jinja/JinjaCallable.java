package org.prmlab.model.jinja;

/** A function, a macro or a method bound to its value. */
@FunctionalInterface
interface JinjaCallable {
  Object call(JinjaArguments arguments);
}
