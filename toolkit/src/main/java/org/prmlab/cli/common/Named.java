package org.prmlab.cli.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values that a user types by name; an unknown name is answered with the known ones. */
public final class Named {
  private Named() {}

  /** The constants of an enum, in lower case with dashes: {@code as-correct}. */
  public static <E extends Enum<E>> ITypeConverter<E> constant(Class<E> type) {
    return text ->
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> name(constant).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'%s'; expected one of %s"
                            .formatted(
                                text,
                                Arrays.stream(type.getEnumConstants())
                                    .map(Named::name)
                                    .collect(Collectors.joining(", ")))));
  }

  /** What {@code lookup} finds; its IllegalArgumentException is the answer to a wrong name. */
  public static <T> ITypeConverter<T> by(Function<String, T> lookup) {
    return text -> {
      try {
        return lookup.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  /** A constant's name on the command line. */
  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
