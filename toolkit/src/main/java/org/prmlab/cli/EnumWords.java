package org.prmlab.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads choices as people type them: {@code first-k} for {@code FIRST_K}. */
record EnumWords<E extends Enum<E>>(Class<E> choices) implements ITypeConverter<E> {
  @Override
  public E convert(String typed) {
    String name = typed.replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(choices.getEnumConstants())
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s, but was '%s'".formatted(words(), typed)));
  }

  private String words() {
    return Arrays.stream(choices.getEnumConstants())
        .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }
}
