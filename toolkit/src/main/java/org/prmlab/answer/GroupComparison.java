package org.prmlab.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Named;
import org.prmlab.answer.ParsedAnswer.Scalar;

/** Compares pairs, sets, matrices and intervals, item by item, in order or in any. */
final class GroupComparison {
  private final StructureComparison items;

  GroupComparison(StructureComparison items) {
    this.items = items;
  }

  Comparison of(Group a, Group b) {
    if (a.kind() == Kind.RATIO && b.kind() == Kind.RATIO) {
      return ofRatios(a.items(), b.items());
    }
    if (isNamedTuple(a) != isNamedTuple(b) && !isSet(a) && !isSet(b)) {
      return ofNamedTuple(isNamedTuple(a) ? a : b, isNamedTuple(a) ? b : a);
    }
    if (a.kind().isUnordered() && b.kind().isUnordered()) {
      return inAnyOrder(distinct(a.items()), distinct(b.items()));
    }
    if (isVector(a) || isVector(b)) {
      return inOrder(entries(a), entries(b));
    }
    Comparison inOrder = inOrder(a.items(), b.items());
    if (a.kind() == b.kind()) {
      return inOrder;
    }
    if (inOrder.isDifferent()) {
      boolean set = a.kind() == Kind.SET || b.kind() == Kind.SET;
      return set && inAnyOrder(distinct(a.items()), distinct(b.items())).isEqual()
          ? Comparison.undecided("the same items in other brackets")
          : inOrder;
    }
    if (haveOwnMeaning(a.kind(), b.kind())) {
      return Comparison.different("a bound that belongs to it, and one that does not");
    }
    boolean bare = a.kind() == Kind.LIST || b.kind() == Kind.LIST;
    return bare ? inOrder : Comparison.undecided("the same items in other brackets");
  }

  /**
   * Brackets that differ: half-open intervals differ from all others; (1, 2) and [1, 2] may not.
   */
  private static boolean haveOwnMeaning(Kind a, Kind b) {
    List<Kind> halfOpen = List.of(Kind.LEFT_OPEN, Kind.RIGHT_OPEN);
    return halfOpen.contains(a) || halfOpen.contains(b);
  }

  /** {@code x = 1, y = 2}: each letter once, which makes it a tuple in the order of the letters. */
  private static boolean isNamedTuple(Group group) {
    Set<String> names = new HashSet<>();
    return group.kind() == Kind.LIST
        && group.items().size() > 1
        && group.items().stream()
            .allMatch(
                i ->
                    i instanceof Named named
                        && named.name().length() == 1
                        && names.add(named.name()));
  }

  private Comparison ofNamedTuple(Group named, Group other) {
    List<ParsedAnswer> values =
        named.items().stream()
            .map(Named.class::cast)
            .sorted(Comparator.comparing(Named::name))
            .map(Named::value)
            .toList();
    Comparison sorted = inOrder(values, entries(other));
    Comparison written =
        inOrder(named.items().stream().map(i -> ((Named) i).value()).toList(), entries(other));
    if (sorted.isEqual() || written.isDifferent()) {
      boolean anyOrder =
          sorted.isDifferent()
              && other.kind() == Kind.LIST
              && inAnyOrder(values, other.items()).isEqual();
      return anyOrder ? Comparison.undecided("the same values, whose order may matter") : sorted;
    }
    return written;
  }

  private static boolean isSet(Group group) {
    return group.kind() == Kind.SET || group.kind() == Kind.UNION;
  }

  /** Ratios are the same where one is a multiple of the other; times of day are not. */
  private Comparison ofRatios(List<ParsedAnswer> a, List<ParsedAnswer> b) {
    Comparison same = inOrder(a, b);
    if (same.isEqual() || a.size() != b.size() || hasZero(a) || hasZero(b)) {
      return same; // 3:00 and 4:00 are not proportional
    }
    Comparison proportional = Comparison.equal("proportional");
    for (int i = 1; i < a.size(); i++) {
      Comparison cross = items.of(product(a.get(0), b.get(i)), product(b.get(0), a.get(i)));
      proportional = proportional.and(cross);
    }
    if (proportional.isEqual() && isTime(a) && isTime(b)) {
      return Comparison.undecided("ratios, or times of day");
    }
    return proportional.isEqual()
        ? Comparison.equal("one ratio is a multiple of the other")
        : proportional;
  }

  private static boolean hasZero(List<ParsedAnswer> items) {
    return items.stream()
        .anyMatch(
            item ->
                item instanceof Scalar scalar
                    && ExactValue.of(scalar.value()).filter(v -> v.signum() == 0).isPresent());
  }

  /** Hours and two digits of minutes. */
  private static boolean isTime(List<ParsedAnswer> items) {
    return items.size() == 2
        && items.get(1) instanceof Scalar scalar
        && ExactValue.of(scalar.value())
            .filter(m -> ExactValue.isWhole(m) && m.intValue() >= 10 && m.intValue() < 60)
            .isPresent();
  }

  private static ParsedAnswer product(ParsedAnswer a, ParsedAnswer b) {
    if (a instanceof Scalar one && b instanceof Scalar other) {
      return new Scalar(Expression.apply(Operator.MULTIPLY, one.value(), other.value()));
    }
    throw new Unreadable("a ratio of what are no numbers");
  }

  private static boolean isVector(Group group) {
    return group.kind() == Kind.MATRIX
        && (group.items().size() == 1
            || group.items().stream().allMatch(r -> ((Group) r).items().size() == 1));
  }

  private static List<ParsedAnswer> entries(Group group) {
    if (!isVector(group)) {
      return group.items();
    }
    List<ParsedAnswer> entries = new ArrayList<>();
    group.items().forEach(row -> entries.addAll(((Group) row).items()));
    return entries;
  }

  private Comparison inOrder(List<ParsedAnswer> a, List<ParsedAnswer> b) {
    if (a.size() != b.size()) {
      return sizes(a, b);
    }
    Comparison all = Comparison.equal("the same items");
    for (int i = 0; i < a.size() && !all.isDifferent(); i++) {
      all = all.and(items.of(a.get(i), b.get(i)));
    }
    return all;
  }

  private Comparison inAnyOrder(List<ParsedAnswer> a, List<ParsedAnswer> b) {
    if (a.size() != b.size()) {
      return sizes(a, b);
    }
    Comparison all = Comparison.equal("the same items");
    for (ParsedAnswer item : a) {
      Comparison any = Comparison.different("an item is missing");
      for (ParsedAnswer candidate : b) {
        any = any.or(items.of(item, candidate));
      }
      all = all.and(any);
    }
    return all;
  }

  private static Comparison sizes(List<ParsedAnswer> a, List<ParsedAnswer> b) {
    return Comparison.different("%d items are not %d", a.size(), b.size());
  }

  private List<ParsedAnswer> distinct(List<ParsedAnswer> all) {
    List<ParsedAnswer> kept = new ArrayList<>();
    for (ParsedAnswer item : all) {
      if (kept.stream().noneMatch(k -> items.of(k, item).isEqual())) {
        kept.add(item);
      }
    }
    return kept;
  }
}
