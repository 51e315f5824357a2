package org.prmlab.kernel.magic;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/** The magics that there are, as a user writes them. */
public final class MagicNames {
  private final MagicsRegistry registry;

  public MagicNames(MagicsRegistry registry) {
    this.registry = registry;
  }

  /** The names that may follow {@code %}, sorted. */
  public List<String> ofLines() {
    return sorted(Stream.concat(registry.getLineMagicNames().stream(), Stream.of("time")));
  }

  /** The names that may follow {@code %%}, sorted. */
  public List<String> ofCells() {
    return sorted(registry.getCellMagicNames().stream());
  }

  /** Fails, saying what there is, if there is no line magic of this name. */
  public void requireLine(String name) {
    require(registry.getLineMagicNames(), name, "line");
  }

  /** Fails, saying what there is, if there is no cell magic of this name. */
  public void requireCell(String name) {
    require(registry.getCellMagicNames(), name, "cell");
  }

  /** Every way to write a magic, for {@code %lsmagic}. */
  public String list() {
    return "line magics: "
        + joined("%", ofLines())
        + "\ncell magics: "
        + joined("%%", ofCells())
        + "\nalso: !command runs a command of the system's shell, ?name shows what a name is";
  }

  private void require(Set<String> known, String name, String kind) {
    if (known.contains(name)) {
      return;
    }
    boolean isLine = kind.equals("line");
    List<String> others = isLine ? ofCells() : ofLines();
    String mark = isLine ? "%%" : "%";
    String advice =
        others.contains(name)
            ? "there is " + mark + name + (isLine ? ", which begins a cell" : ", within a line")
            : "there are " + joined(isLine ? "%" : "%%", isLine ? ofLines() : ofCells());
    throw new IllegalArgumentException("Undefined " + kind + " magic '" + name + "'; " + advice);
  }

  private static List<String> sorted(Stream<String> names) {
    return List.copyOf(
        names
            .filter(name -> Character.isLetter(name.charAt(0)))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String joined(String mark, List<String> names) {
    return names.stream().map(name -> mark + name).collect(Collectors.joining(", "));
  }
}
