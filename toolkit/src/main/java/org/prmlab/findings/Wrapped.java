package org.prmlab.findings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists that may be long, in lines. */
final class Wrapped {
  private static final int A_LINE = 15;

  private Wrapped() {}

  /** Ids of claims with commas between them, fifteen a line. */
  static String ids(Stream<String> ids) {
    List<String> all = ids.toList();
    return IntStream.range(0, all.size())
        .mapToObj(i -> (i > 0 && i % A_LINE == 0 ? System.lineSeparator() : "") + all.get(i))
        .collect(Collectors.joining(", "));
  }
}
