package org.prmlab.answer;

/** An answer that is not written as mathematics this package reads; it can still equal its copy. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unreadable(String what) {
    super(what, null, false, false);
  }
}
