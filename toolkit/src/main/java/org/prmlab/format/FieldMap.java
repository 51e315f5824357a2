package org.prmlab.format;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which field of a foreign record is what: {@code problem=doc.question}, {@code steps=process}.
 *
 * @param paths where each is found; problem is among them, and one of steps, response and samples
 */
public record FieldMap(Map<MapTarget, FieldPath> paths) {
  private static final List<MapTarget> SOLUTIONS =
      List.of(MapTarget.STEPS, MapTarget.RESPONSE, MapTarget.SAMPLES);

  private static final List<MapTarget> OF_ONE =
      List.of(MapTarget.RATING, MapTarget.FIRST_ERROR, MapTarget.FIRST_ERROR_FROM_1);

  public FieldMap {
    paths = Collections.unmodifiableMap(new EnumMap<>(paths));
    if (!paths.containsKey(MapTarget.PROBLEM)
        || SOLUTIONS.stream().filter(paths::containsKey).count() != 1) {
      throw new IllegalArgumentException(
          "a map needs problem=FIELD and one of steps=FIELD, response=FIELD, samples=FIELD");
    }
    if (paths.containsKey(MapTarget.LABEL) && paths.containsKey(MapTarget.RATING)) {
      throw new IllegalArgumentException("a map has label or rating, not both");
    }
    if (paths.containsKey(MapTarget.SAMPLES) && OF_ONE.stream().anyMatch(paths::containsKey)) {
      throw new IllegalArgumentException(
          "a map of samples has no rating, first_error or first_error_from_1; label has a list a"
              + " sample");
    }
    if (paths.containsKey(MapTarget.FIRST_ERROR)
        && paths.containsKey(MapTarget.FIRST_ERROR_FROM_1)) {
      throw new IllegalArgumentException("a map counts first errors from 0 or from 1, not both");
    }
  }

  /**
   * The map of pairs such as {@code problem=prompt} or {@code
   * steps=messages[role=assistant].content}.
   *
   * @throws IllegalArgumentException if a pair is none, comes twice, or one that is needed lacks
   */
  public static FieldMap of(List<String> pairs) {
    Map<MapTarget, FieldPath> paths = new EnumMap<>(MapTarget.class);
    for (String pair : pairs) {
      int sign = pair.indexOf('=');
      if (sign < 1) {
        throw new IllegalArgumentException(
            "'%s' maps nothing; expected a pair such as problem=prompt".formatted(pair));
      }
      MapTarget target = MapTarget.named(pair.substring(0, sign).strip());
      if (paths.put(target, FieldPath.of(pair.substring(sign + 1).strip())) != null) {
        throw new IllegalArgumentException("%s is mapped twice".formatted(target));
      }
    }
    return new FieldMap(paths);
  }

  /** {@link #of(List)} of pairs joined by commas. */
  public static FieldMap of(String pairs) {
    return of(Arrays.stream(pairs.split(",")).toList());
  }

  Optional<FieldPath> path(MapTarget target) {
    return Optional.ofNullable(paths.get(target));
  }

  boolean has(MapTarget target) {
    return paths.containsKey(target);
  }

  /** The fields of a record where the ways begin. */
  Set<String> roots() {
    return paths.values().stream()
        .map(FieldPath::root)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return paths.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(","));
  }
}
