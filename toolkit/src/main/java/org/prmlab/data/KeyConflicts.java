package org.prmlab.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where ids and texts do not agree about which problems are the same.
 *
 * @param ids those that stand for more than one text, each text counted as a problem of its own
 * @param texts those that stand under more than one id, or with and without one, each counted as a
 *     problem of its own
 */
public record KeyConflicts(List<String> ids, List<String> texts) {
  private static final int SHOWN = 60;

  public KeyConflicts {
    ids = List.copyOf(ids);
    texts = List.copyOf(texts);
  }

  /** The conflicts among these keys; a key may occur many times. */
  public static KeyConflicts among(Collection<ProblemKey> keys) {
    Set<ProblemKey> all = new HashSet<>(keys);
    Set<ProblemKey> named = all.stream().filter(k -> !k.id().isEmpty()).collect(Collectors.toSet());
    return new KeyConflicts(several(named, ProblemKey::id), several(all, ProblemKey::text));
  }

  /** The parts that occur in more than one key. */
  private static List<String> several(Set<ProblemKey> keys, Function<ProblemKey, String> part) {
    Map<String, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(part.apply(key), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** What a reader of numbers made with these keys should know; empty without a conflict. */
  public Optional<String> warning() {
    List<String> said = new ArrayList<>();
    if (!ids.isEmpty()) {
      said.add(
          "%,d problem ids have more than one text (the first is '%s'); each text counts as a"
                  .formatted(ids.size(), shown(ids.get(0)))
              + " problem of its own: make ids unique if these are different problems");
    }
    if (!texts.isEmpty()) {
      said.add(
          "%,d problem texts have more than one id, or one and none (the first is '%s'); each id counts as a"
                  .formatted(texts.size(), shown(texts.get(0)))
              + " problem of its own: leave out ids that only number the rows");
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", said));
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
