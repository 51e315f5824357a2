package org.prmlab.kernel.cell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do about a record that does not compile, where the compiler's message does not say it.
 */
final class RecordAdvice {
  private static final Pattern WITHOUT_COMPONENTS =
      Pattern.compile("\\brecord\\s+([\\p{L}\\w$]+)\\s*(?:<[^{}();]*>)?\\s*\\{");
  private static final Pattern RECORD =
      Pattern.compile("\\brecord\\s+([\\p{L}\\w$]+)\\s*(?:<[^(){}]*>)?\\s*\\(([^()]*)\\)");

  private RecordAdvice() {}

  /** Advice for the record that this source declares; empty if there is none to give. */
  static Optional<String> of(String source) {
    Matcher bare = WITHOUT_COMPONENTS.matcher(source);
    if (bare.find()) {
      String name = bare.group(1);
      return Optional.of(
          "a record names its components after its own name: record "
              + name
              + "(int x) { public "
              + name
              + " { ... } }");
    }
    Matcher record = RECORD.matcher(source);
    return record.find() && hasHiddenConstructor(source, record)
        ? Optional.of(
            "cells make every record public, and its constructor has to be as public: write public "
                + record.group(1)
                + " { ... }")
        : Optional.empty();
  }

  /**
   * Whether the compact constructor, or the one with the record's own components, is not public.
   */
  private static boolean hasHiddenConstructor(String source, Matcher record) {
    String components = "(?:\\(\\s*" + Pattern.quote(record.group(2).strip()) + "\\s*\\)\\s*)?";
    String constructor = Pattern.quote(record.group(1)) + "\\s*" + components + "\\{";
    return Pattern.compile("[{;}]\\s*(?:private\\s+|protected\\s+)?" + constructor)
        .matcher(source)
        .find();
  }
}
