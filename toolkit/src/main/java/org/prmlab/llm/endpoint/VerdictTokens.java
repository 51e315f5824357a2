package org.prmlab.llm.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.prmlab.llm.TokenOdds;

/**
 * Finds, among the tokens of an answer, those that begin one of some words, and how likely such
 * tokens were there.
 *
 * @param words in lower case
 */
record VerdictTokens(Set<String> words) {
  static VerdictTokens of(Set<String> words) {
    return new VerdictTokens(words);
  }

  /**
   * @param text the answer
   * @param tokens with their alternatives; may begin with thinking that is not part of the text,
   *     and end with a token that has no text
   */
  List<TokenOdds> in(String text, List<SpokenToken> tokens) {
    List<Integer> starts = new ArrayList<>();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    int characters = 0;
    for (SpokenToken token : tokens) {
      starts.add(characters);
      token.bytes().forEach(written::write);
      characters += characters(token.bytes());
    }
    int before = written.toString(StandardCharsets.UTF_8).lastIndexOf(text);
    List<TokenOdds> odds = new ArrayList<>();
    for (int i = 0; before >= 0 && i < tokens.size(); i++) {
      String token = tokens.get(i).text();
      int at = starts.get(i) - before + leading(token);
      if (at >= 0 && begins(token)) {
        odds.add(new TokenOdds(at, alternatives(tokens.get(i))));
      }
    }
    return odds;
  }

  /** UTF-16 characters that begin in these bytes of UTF-8. */
  private static int characters(List<Byte> bytes) {
    int count = 0;
    for (byte b : bytes) {
      boolean continues = (b & 0xC0) == 0x80;
      boolean beginsFour = (b & 0xF8) == 0xF0; // two characters
      count += continues ? 0 : beginsFour ? 2 : 1;
    }
    return count;
  }

  private Map<String, Double> alternatives(SpokenToken token) {
    Map<String, Double> likely = new HashMap<>();
    token
        .others()
        .forEach(
            (other, logprob) -> {
              if (begins(other)) {
                likely.put(other, logprob);
              }
            });
    likely.putIfAbsent(token.text(), token.logprob());
    return likely;
  }

  /** Characters before the first letter. */
  private static int leading(String token) {
    return token.length() - token.replaceFirst("^\\P{L}+", "").length();
  }

  private boolean begins(String token) {
    String word = token.replaceAll("^\\P{L}+|\\P{L}+$", "").toLowerCase(Locale.ROOT);
    return !word.isEmpty() && words.stream().anyMatch(w -> w.startsWith(word));
  }
}
