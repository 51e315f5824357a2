package org.prmlab.answer;

/** An expression that has no value, or none that these digits can show. */
final class NoValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoValue(String what) {
    super(what, null, false, false);
  }
}
