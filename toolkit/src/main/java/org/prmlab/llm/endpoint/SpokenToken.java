package org.prmlab.llm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A token of an answer, as the log-probabilities of OpenAI's protocol name it.
 *
 * @param bytes of UTF-8; a token may begin or end within a character
 * @param logprob natural logarithm of its probability
 * @param others log-probability of the likeliest tokens of its place, by text
 */
record SpokenToken(String text, List<Byte> bytes, double logprob, Map<String, Double> others) {
  SpokenToken {
    bytes = List.copyOf(bytes);
    others = Map.copyOf(others);
  }

  /**
   * @param content the tokens of an answer; anything else than an array has none
   * @throws IllegalArgumentException if one has no text or no log-probability
   */
  static List<SpokenToken> read(JsonNode content) {
    List<SpokenToken> tokens = new ArrayList<>();
    for (JsonNode token : content) {
      Map<String, Double> others = new LinkedHashMap<>();
      token.path("top_logprobs").forEach(other -> others.put(text(other), logprob(other)));
      tokens.add(new SpokenToken(text(token), bytes(token), logprob(token), others));
    }
    return tokens;
  }

  private static String text(JsonNode token) {
    if (!token.path("token").isTextual()) {
      throw new IllegalArgumentException("a token in logprobs has no text");
    }
    return token.path("token").asText();
  }

  private static double logprob(JsonNode token) {
    if (!token.path("logprob").isNumber()) {
      throw new IllegalArgumentException("a token in logprobs has no log-probability");
    }
    return token.path("logprob").asDouble();
  }

  private static List<Byte> bytes(JsonNode token) {
    List<Byte> bytes = new ArrayList<>();
    token.path("bytes").forEach(b -> bytes.add((byte) b.asInt()));
    if (bytes.isEmpty()) {
      for (byte b : text(token).getBytes(StandardCharsets.UTF_8)) {
        bytes.add(b);
      }
    }
    return bytes;
  }
}
