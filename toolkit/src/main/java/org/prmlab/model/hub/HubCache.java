package org.prmlab.model.hub;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where fetched models and data sets lie: {@code PRMLAB_CACHE}, by default {@code ~/.cache/prmlab};
 * in it a folder for each, named as the Hub names it.
 */
public record HubCache(Path home) {
  private static final Pattern ID = Pattern.compile("[\\w.-]+/[\\w.-]+");

  /** The cache of this user. */
  public static HubCache ofEnvironment() {
    String place = System.getenv("PRMLAB_CACHE");
    return new HubCache(
        place == null
            ? Path.of(System.getProperty("user.home"), ".cache", "prmlab")
            : Path.of(place));
  }

  /** What lies on the Hub. */
  public enum Kind {
    MODEL("models"),
    DATASET("datasets");

    private final String plural;

    Kind(String plural) {
      this.plural = plural;
    }

    /** As the Hub's addresses and the cache's folders spell it. */
    public String plural() {
      return plural;
    }
  }

  /**
   * The folder for an id, whether it is there or not.
   *
   * @throws IllegalArgumentException if it is no id of the form owner/name
   */
  public Path folder(Kind kind, String id) {
    if (!ID.matcher(id).matches() || id.contains("..")) {
      throw new IllegalArgumentException(
          "'" + id + "' is neither a folder nor a Hub id; expected DIR or owner/name");
    }
    return home.resolve(kind.plural()).resolve(id);
  }

  /**
   * A fetched model.
   *
   * @throws IllegalArgumentException if it is not in the cache
   */
  public Path model(String id) {
    Path folder = folder(Kind.MODEL, id);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          id + " is not in " + home + "; bring it with: ./prmlab fetch " + id);
    }
    return folder;
  }
}
