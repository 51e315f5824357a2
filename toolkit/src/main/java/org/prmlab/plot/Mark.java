package org.prmlab.plot;

/** What the values of a figure of one's own are drawn as. */
public enum Mark {
  /** Lines from place to place, with bands or whiskers where there are intervals. */
  LINES,
  /** A row for each place, read from the top, with points and their intervals. */
  POINTS,
  /** Bars from 0. */
  BARS
}
