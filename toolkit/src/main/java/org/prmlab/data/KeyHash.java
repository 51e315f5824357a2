package org.prmlab.data;

/**
 * A hash of a problem's key: 128 bits, of which half come from its text and half from its id and
 * text. Among 100 million problems, the chance that any two share it is below 1e-22.
 */
final class KeyHash {
  private static final long A = 0x9e3779b97f4a7c15L;
  private static final long B = 0xc2b2ae3d27d4eb4fL;

  long id; // 0 without an id
  long text;
  long both;

  void of(ProblemKey key) {
    long high = A;
    long low = B;
    String words = key.text();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      high = (Long.rotateLeft(high, 29) ^ c) * A;
      low = (Long.rotateLeft(low, 31) ^ c) * B;
    }
    text = mix(high ^ low >>> 17);
    id = key.id().isEmpty() ? 0 : ofId(key.id());
    both = mix(mix(low ^ high >>> 23) + 31 * id);
  }

  private static long ofId(String id) {
    long hash = B;
    for (int i = 0; i < id.length(); i++) {
      hash = (Long.rotateLeft(hash, 27) ^ id.charAt(i)) * A;
    }
    return mix(hash) | 1;
  }

  static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
