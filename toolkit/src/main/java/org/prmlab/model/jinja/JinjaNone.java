package org.prmlab.model.jinja;

/** Python's None. Values are of String, Boolean, Long, Double, List, Map, or of this package. */
public enum JinjaNone {
  NONE;

  @Override
  public String toString() {
    return "None";
  }
}
