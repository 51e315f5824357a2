package org.prmlab.llm;

import org.prmlab.model.folder.Fingerprint;

/** Seeds that follow from another seed and a name or a number. */
public final class SampleSeeds {
  private static final int DIGITS = 16; // of 64 bits

  private SampleSeeds() {}

  /** The seed that belongs to a name. */
  public static long of(long seed, String name) {
    String hex = new Fingerprint().add("seed", seed).add("name", name).hex();
    return Long.parseUnsignedLong(hex.substring(0, DIGITS), DIGITS);
  }

  /** The seed of a number; neighbours are far apart (the finaliser of SplitMix64). */
  public static long of(long seed, int index) {
    long z = seed + (index + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
