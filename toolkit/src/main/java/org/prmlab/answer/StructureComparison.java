package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.prmlab.answer.ParsedAnswer.Equation;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Scalar;
import org.prmlab.answer.ParsedAnswer.Words;

/** Compares what holds expressions together, part by part. */
final class StructureComparison {
  private final WorkLimit limit;
  private final ScalarComparison scalars;

  StructureComparison(WorkLimit limit, ScalarComparison scalars) {
    this.limit = limit;
    this.scalars = scalars;
  }

  Equivalence of(AnswerInUnit a, AnswerInUnit b) {
    Equivalence values = of(a.value(), b.value());
    if (a.unit().equals(b.unit())) {
      return values;
    }
    if (a.unit().equals("%") && b.unit().isEmpty()) {
      return values.or(of(hundredth(a.value()), b.value()));
    }
    if (b.unit().equals("%") && a.unit().isEmpty()) {
      return values.or(of(a.value(), hundredth(b.value())));
    }
    return a.unit().isEmpty() || b.unit().isEmpty() ? values : Equivalence.UNDECIDED;
  }

  Equivalence of(ParsedAnswer a, ParsedAnswer b) {
    limit.check();
    if (a instanceof Scalar one && b instanceof Scalar other) {
      return scalars.of(one.value(), other.value());
    }
    if (a instanceof Group one && b instanceof Group other) {
      return ofGroups(one, other);
    }
    if (a instanceof Equation one && b instanceof Equation other) {
      return scalars.ofEquations(one.zero(), other.zero());
    }
    if (a instanceof Words one && b instanceof Words other) {
      return ofWords(one.text(), other.text());
    }
    return mixed(a, b);
  }

  /** A set of one is its element; other pairs of different nature are not compared. */
  private Equivalence mixed(ParsedAnswer a, ParsedAnswer b) {
    if (a instanceof Group group && b instanceof Scalar) {
      return ofElement(group, b);
    }
    if (b instanceof Group group && a instanceof Scalar) {
      return ofElement(group, a);
    }
    return Equivalence.UNDECIDED;
  }

  private Equivalence ofElement(Group group, ParsedAnswer scalar) {
    List<ParsedAnswer> items = group.items();
    return items.size() == 1 ? of(items.get(0), scalar) : Equivalence.DIFFERENT;
  }

  private Equivalence ofGroups(Group a, Group b) {
    if (a.kind().isUnordered() && b.kind().isUnordered()) {
      return inAnyOrder(distinct(a.items()), distinct(b.items()));
    }
    if (isVector(a) || isVector(b)) {
      return inOrder(entries(a), entries(b));
    }
    Equivalence items = inOrder(a.items(), b.items());
    if (a.kind() == b.kind() || items == Equivalence.DIFFERENT) {
      return items;
    }
    return haveOwnMeaning(a.kind(), b.kind()) ? Equivalence.DIFFERENT : loosely(a, b, items);
  }

  /**
   * Brackets that differ: half-open intervals differ from all others; (1, 2) and [1, 2] may not.
   */
  private static boolean haveOwnMeaning(Kind a, Kind b) {
    List<Kind> halfOpen = List.of(Kind.LEFT_OPEN, Kind.RIGHT_OPEN);
    return halfOpen.contains(a) || halfOpen.contains(b);
  }

  /**
   * The same items, held together differently: a tuple without its brackets is still that tuple.
   */
  private static Equivalence loosely(Group a, Group b, Equivalence items) {
    boolean bare = a.kind() == Kind.LIST || b.kind() == Kind.LIST;
    return bare ? items : Equivalence.UNDECIDED;
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

  private Equivalence inOrder(List<ParsedAnswer> a, List<ParsedAnswer> b) {
    if (a.size() != b.size()) {
      return Equivalence.DIFFERENT;
    }
    Equivalence all = Equivalence.EQUAL;
    for (int i = 0; i < a.size() && all != Equivalence.DIFFERENT; i++) {
      all = all.and(of(a.get(i), b.get(i)));
    }
    return all;
  }

  private Equivalence inAnyOrder(List<ParsedAnswer> a, List<ParsedAnswer> b) {
    if (a.size() != b.size()) {
      return Equivalence.DIFFERENT;
    }
    Equivalence all = Equivalence.EQUAL;
    for (ParsedAnswer item : a) {
      Equivalence any = Equivalence.DIFFERENT;
      for (ParsedAnswer candidate : b) {
        any = any.or(of(item, candidate));
      }
      all = all.and(any);
    }
    return all;
  }

  private List<ParsedAnswer> distinct(List<ParsedAnswer> items) {
    List<ParsedAnswer> kept = new ArrayList<>();
    for (ParsedAnswer item : items) {
      if (kept.stream().noneMatch(k -> of(k, item) == Equivalence.EQUAL)) {
        kept.add(item);
      }
    }
    return kept;
  }

  /** Single words that differ are different answers; longer prose may say the same otherwise. */
  private static Equivalence ofWords(String a, String b) {
    if (a.replace(" ", "").equals(b.replace(" ", ""))) {
      return Equivalence.EQUAL;
    }
    return a.contains(" ") || b.contains(" ") ? Equivalence.UNDECIDED : Equivalence.DIFFERENT;
  }

  private static ParsedAnswer hundredth(ParsedAnswer value) {
    return value instanceof Scalar scalar
        ? new Scalar(
            Expression.apply(
                Operator.DIVIDE, scalar.value(), new Expression.Literal(BigFraction.of(100), 0)))
        : value;
  }
}
