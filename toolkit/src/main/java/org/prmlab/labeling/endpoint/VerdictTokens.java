package org.prmlab.labeling.endpoint;

import com.openai.models.chat.completions.ChatCompletionTokenLogprob;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.prmlab.labeling.TokenOdds;

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
  List<TokenOdds> in(String text, List<ChatCompletionTokenLogprob> tokens) {
    List<Integer> starts = new ArrayList<>();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    int characters = 0;
    for (ChatCompletionTokenLogprob token : tokens) {
      starts.add(characters);
      byte[] bytes = bytes(token);
      written.writeBytes(bytes);
      characters += characters(bytes);
    }
    int before = written.toString(StandardCharsets.UTF_8).lastIndexOf(text);
    List<TokenOdds> odds = new ArrayList<>();
    for (int i = 0; before >= 0 && i < tokens.size(); i++) {
      String token = tokens.get(i).token();
      int at = starts.get(i) - before + leading(token);
      if (at >= 0 && begins(token)) {
        odds.add(new TokenOdds(at, alternatives(tokens.get(i))));
      }
    }
    return odds;
  }

  private static byte[] bytes(ChatCompletionTokenLogprob token) {
    List<Long> given = token.bytes().orElse(List.of());
    byte[] bytes = new byte[given.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = given.get(i).byteValue();
    }
    return bytes.length > 0 ? bytes : token.token().getBytes(StandardCharsets.UTF_8);
  }

  /** UTF-16 characters that begin in these bytes of UTF-8. */
  private static int characters(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      boolean continues = (b & 0xC0) == 0x80;
      boolean beginsFour = (b & 0xF8) == 0xF0; // two characters
      count += continues ? 0 : beginsFour ? 2 : 1;
    }
    return count;
  }

  private Map<String, Double> alternatives(ChatCompletionTokenLogprob token) {
    Map<String, Double> likely = new HashMap<>();
    token.topLogprobs().stream()
        .filter(other -> begins(other.token()))
        .forEach(other -> likely.put(other.token(), other.logprob()));
    likely.putIfAbsent(token.token(), token.logprob());
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
