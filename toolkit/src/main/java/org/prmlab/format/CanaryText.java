package org.prmlab.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Texts that a benchmark keeps from crawlers: base64 of the text combined, byte by byte, with the
 * SHA-256 of a canary that stands in the same record (exclusive or, the hash over and over).
 */
final class CanaryText {
  private CanaryText() {}

  /**
   * @throws IllegalArgumentException if {@code hidden} is no base64
   */
  static String read(String hidden, String canary) {
    byte[] bytes = Base64.getDecoder().decode(hidden);
    byte[] key = hash(canary);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= key[i % key.length];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] hash(String canary) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(canary.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
