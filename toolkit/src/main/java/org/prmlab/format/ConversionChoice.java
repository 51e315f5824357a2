package org.prmlab.format;

/** A choice of a {@link Conversion} that a solution needs and that was not made. */
public enum ConversionChoice {
  NEUTRAL,
  THRESHOLD,
  UNLABELED,
  SOURCE
}
