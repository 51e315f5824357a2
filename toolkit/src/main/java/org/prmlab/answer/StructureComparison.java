package org.prmlab.answer;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.answer.ParsedAnswer.Equation;
import org.prmlab.answer.ParsedAnswer.Group;
import org.prmlab.answer.ParsedAnswer.Kind;
import org.prmlab.answer.ParsedAnswer.Named;
import org.prmlab.answer.ParsedAnswer.Scalar;
import org.prmlab.answer.ParsedAnswer.Words;

/** Compares what holds expressions together, part by part. */
final class StructureComparison {
  private final WorkLimit limit;
  private final ScalarComparison scalars;
  private final EquationComparison equations;

  StructureComparison(WorkLimit limit, long seed) {
    this.limit = limit;
    this.scalars = new ScalarComparison(limit, seed);
    this.equations = new EquationComparison(limit, seed);
  }

  Comparison of(ParsedAnswer a, ParsedAnswer b) {
    limit.check();
    if (a instanceof Scalar one && b instanceof Scalar other) {
      return scalars.of(one.value(), other.value());
    }
    if (a instanceof Named || b instanceof Named) {
      return ofNamed(a, b);
    }
    if (a instanceof Group one && b instanceof Group other) {
      return new GroupComparison(this).of(one, other);
    }
    if (a instanceof Equation one && b instanceof Equation other) {
      return equations.of(one.zero(), other.zero());
    }
    if (a instanceof Words one && b instanceof Words other) {
      return ofWords(one.text(), other.text());
    }
    if (a instanceof Group group && b instanceof Scalar scalar) {
      return ofElement(group, scalar);
    }
    if (b instanceof Group group && a instanceof Scalar scalar) {
      return ofElement(group, scalar);
    }
    if (isValueAndEquation(a, b) || isValueAndEquation(b, a)) {
      return Comparison.different("an equation in several letters is not a value");
    }
    return Comparison.undecided("%s and %s are not compared", kind(a), kind(b));
  }

  private static boolean isValueAndEquation(ParsedAnswer a, ParsedAnswer b) {
    return a instanceof Scalar scalar
        && scalar.value().variables().isEmpty()
        && b instanceof Equation equation
        && equation.zero().variables().size() > 1;
  }

  /** Of two that have names, {@code y = 2x} and {@code x = y/2}, the equations may be the same. */
  private Comparison ofNamed(ParsedAnswer a, ParsedAnswer b) {
    if (a instanceof Equation || b instanceof Equation) {
      return of(equation(a), equation(b));
    }
    ParsedAnswer valueA = value(a);
    ParsedAnswer valueB = value(b);
    Comparison values = of(valueA, valueB);
    boolean sameName =
        !(a instanceof Named one) || !(b instanceof Named other) || one.name().equals(other.name());
    if (sameName) {
      return values;
    }
    boolean lines = isWithLetters(valueA) || isWithLetters(valueB);
    if (lines && values.isDifferent() && valueA instanceof Scalar && valueB instanceof Scalar) {
      return equations.of(zero((Named) a), zero((Named) b));
    }
    return values.isEqual() && !lines
        ? Comparison.undecided(
            "the same value of %s and of %s", ((Named) a).name(), ((Named) b).name())
        : values;
  }

  private static ParsedAnswer equation(ParsedAnswer answer) {
    return answer instanceof Named named ? new Equation(zero(named)) : answer;
  }

  private static Expression zero(Named named) {
    if (!(named.value() instanceof Scalar scalar)) {
      throw new Unreadable("an equation between groups");
    }
    return Expression.apply(Operator.SUBTRACT, new Expression.Symbol(named.name()), scalar.value());
  }

  private static ParsedAnswer value(ParsedAnswer answer) {
    return answer instanceof Named named ? named.value() : answer;
  }

  private static boolean isWithLetters(ParsedAnswer answer) {
    return answer instanceof Scalar scalar && !scalar.value().variables().isEmpty();
  }

  /** A set of one is its element; letters of choices may be written as one word. */
  private Comparison ofElement(Group group, Scalar scalar) {
    List<ParsedAnswer> items = group.items();
    if (items.size() == 1) {
      return of(items.get(0), scalar);
    }
    if (group.kind() == Kind.LIST && !letters(group).isEmpty() && isProduct(group, scalar)) {
      return Comparison.equal("the same letters");
    }
    return group.kind() == Kind.RATIO && items.size() == 2
        ? of(quotient(items), scalar)
        : Comparison.different("%d values are not one", items.size());
  }

  private static ParsedAnswer quotient(List<ParsedAnswer> items) {
    if (items.get(0) instanceof Scalar above && items.get(1) instanceof Scalar below) {
      return new Scalar(Expression.apply(Operator.DIVIDE, above.value(), below.value()));
    }
    throw new Unreadable("a ratio of what are no numbers");
  }

  private static boolean isProduct(Group group, Scalar scalar) {
    List<String> factors = new ArrayList<>();
    collect(scalar.value(), factors);
    return factors.stream().sorted().toList().equals(letters(group));
  }

  private static void collect(Expression product, List<String> factors) {
    if (product instanceof Expression.Apply apply && apply.operator() == Operator.MULTIPLY) {
      apply.operands().forEach(o -> collect(o, factors));
    } else {
      factors.add(product instanceof Expression.Symbol symbol ? symbol.name() : "");
    }
  }

  /** The items, sorted, where each is one capital letter; nothing otherwise. */
  private static List<String> letters(Group group) {
    List<String> letters = new ArrayList<>();
    for (ParsedAnswer item : group.items()) {
      boolean isLetter =
          item instanceof Scalar scalar
              && scalar.value() instanceof Expression.Symbol symbol
              && symbol.name().matches("[A-Z]")
              && letters.add(symbol.name());
      if (!isLetter) {
        return List.of();
      }
    }
    return letters.stream().sorted().toList();
  }

  /** Single words that differ are different answers; longer prose may say the same otherwise. */
  private static Comparison ofWords(String a, String b) {
    if (a.replace(" ", "").equals(b.replace(" ", ""))) {
      return Comparison.equal("the same words");
    }
    return a.contains(" ") || b.contains(" ")
        ? Comparison.undecided("prose that may say the same in other words")
        : Comparison.different("'%s' is not '%s'", a, b);
  }

  private static String kind(ParsedAnswer answer) {
    if (answer instanceof Words) {
      return "words";
    }
    if (answer instanceof Equation) {
      return "an equation";
    }
    return answer instanceof Group ? "a group" : "a value";
  }
}
