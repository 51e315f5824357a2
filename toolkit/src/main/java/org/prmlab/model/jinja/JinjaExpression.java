package org.prmlab.model.jinja;

/** An expression, parsed. */
@FunctionalInterface
interface JinjaExpression {
  Object in(JinjaScope scope);
}
