package org.prmlab.stats;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Independent generators from one seed: piece {@code n} of the work owns stream {@code n}. */
public final class RandomStream {
  private RandomStream() {}

  /** The generator of stream {@code index}; equal arguments give equal sequences. */
  public static UniformRandomProvider of(long seed, long index) {
    return RandomSource.XO_SHI_RO_256_PP.create(mix(mix(seed) + index));
  }

  /** A bijection of 64 bits that spreads neighbouring values (the finaliser of SplitMix64). */
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
