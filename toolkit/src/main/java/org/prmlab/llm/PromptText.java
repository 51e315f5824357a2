package org.prmlab.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with words in braces that are filled in; all other braces are left as they are. */
public record PromptText(String text) {
  private static final Pattern WORD = Pattern.compile("\\{([a-z_]+)}");

  /**
   * @param place names the text in errors
   * @param words must all be in the text
   */
  public static PromptText of(String place, String text, String... words) {
    for (String word : words) {
      if (!text.contains("{" + word + "}")) {
        throw new IllegalArgumentException(
            "%s: no {%s} in it; %s expected, in braces"
                .formatted(place, word, String.join(" and ", words)));
      }
    }
    return new PromptText(text);
  }

  public static PromptText read(Path file, String... words) {
    try {
      return of(file.toString(), Files.readString(file), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text of this package's resources. */
  public static PromptText resource(String name, String... words) {
    try (InputStream in = PromptText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with its words filled in once: what is filled in is not searched for words. */
  public String fill(Map<String, String> values) {
    return WORD.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
