package org.prmlab.data;

import java.util.List;
import java.util.function.Function;

/**
 * Short texts made of the long ones of a solution while it is read, such as its final answer.
 *
 * @param names what they are called
 * @param of one text a name; empty text for none. Asked from several threads at once
 */
public record DerivedTexts(List<String> names, Function<Solution, List<String>> of) {
  public DerivedTexts {
    names = List.copyOf(names);
  }

  List<String> made(Solution solution) {
    List<String> texts = of.apply(solution);
    if (texts.size() != names.size()) {
      throw new IllegalArgumentException(
          "%d texts made of solution '%s'; one each for %s expected"
              .formatted(texts.size(), solution.id(), names));
    }
    return texts;
  }
}
