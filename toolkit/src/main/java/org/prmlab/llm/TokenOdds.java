package org.prmlab.llm;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How likely some words were at one place of a completion.
 *
 * @param at where in the text the token begins that stands there, in characters
 * @param tokens log-probability by text of the token, of the likeliest ones that begin a word that
 *     was asked for
 */
public record TokenOdds(int at, Map<String, Double> tokens) {
  public TokenOdds {
    tokens = Map.copyOf(new LinkedHashMap<>(tokens));
  }
}
