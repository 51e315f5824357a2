package org.prmlab.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Columns by name: those that were asked for, or one for every name that comes. */
final class NamedColumns<T> {
  private final List<String> names = new ArrayList<>();
  private final List<T> values = new ArrayList<>();
  private final boolean every;
  private final Supplier<T> maker;

  private NamedColumns(boolean every, Supplier<T> maker) {
    this.every = every;
    this.maker = maker;
  }

  /**
   * @param asked the names; among them {@link ColumnRequest#EVERY_PRM} for every name
   */
  static <T> NamedColumns<T> of(List<String> asked, Supplier<T> maker) {
    NamedColumns<T> named = new NamedColumns<>(asked.contains(ColumnRequest.EVERY_PRM), maker);
    asked.stream().filter(n -> !n.equals(ColumnRequest.EVERY_PRM)).forEach(named::add);
    return named;
  }

  private T add(String name) {
    T value = maker.get();
    names.add(name);
    values.add(value);
    return value;
  }

  /** The column of a name; empty if it is not asked for. */
  Optional<T> find(String name) {
    int place = names.indexOf(name);
    return place >= 0
        ? Optional.of(values.get(place))
        : every ? Optional.of(add(name)) : Optional.empty();
  }

  /** Makes the columns of these names that are asked for. */
  void meet(List<String> some) {
    some.forEach(this::find);
  }

  /** Each column with its place; the places of columns that met the same names agree. */
  void forEach(BiConsumer<Integer, T> action) {
    for (int i = 0; i < values.size(); i++) {
      action.accept(i, values.get(i));
    }
  }

  void forEachNamed(BiConsumer<String, T> action) {
    forEach((place, value) -> action.accept(names.get(place), value));
  }

  /** What is made of each column, by name. */
  <U> Map<String, U> built(Function<T, U> build) {
    Map<String, U> all = new LinkedHashMap<>();
    forEachNamed((name, value) -> all.put(name, build.apply(value)));
    return all;
  }

  List<String> names() {
    return names;
  }

  List<T> values() {
    return values;
  }
}
