package org.prmlab.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random values for the letters of two expressions: thousandths, by turns below 1 and above, or
 * whole numbers where the expressions are meant for such.
 */
final class RandomPoints {
  private final Set<String> names = new TreeSet<>();
  private final boolean whole;
  private final UniformRandomProvider random;
  private int drawn;

  private RandomPoints(Expression a, Expression b, long seed) {
    names.addAll(a.variables());
    names.addAll(b.variables());
    whole = a.isOfWholeNumbers() || b.isOfWholeNumbers();
    random = RandomSource.XO_SHI_RO_256_PP.create(seed);
  }

  static RandomPoints of(Expression a, Expression b, long seed) {
    return new RandomPoints(a, b, seed);
  }

  Map<String, BigFraction> positive() {
    return next(false);
  }

  /** Of any sign; whole numbers stay positive. */
  Map<String, BigFraction> any() {
    return next(true);
  }

  private Map<String, BigFraction> next(boolean signed) {
    drawn++;
    Map<String, BigFraction> point = new HashMap<>();
    for (String name : names) {
      point.put(name, whole ? BigFraction.of(random.nextInt(2, 40)) : fraction(signed));
    }
    return point;
  }

  private BigFraction fraction(boolean signed) {
    int thousandths = drawn % 2 == 0 ? random.nextInt(101, 950) : random.nextInt(1001, 2990);
    boolean negative = signed && random.nextBoolean();
    return BigFraction.of(negative ? -thousandths : thousandths, 1000);
  }
}
