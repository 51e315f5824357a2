package org.prmlab.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name a solution, of which there are few: generators, levels. */
public final class NameColumn {
  private final int[] codes; // (solutions); -1 for none
  private final List<String> names;

  private NameColumn(int[] codes, List<String> names) {
    this.codes = codes;
    this.names = names;
  }

  /** The names, in order of first appearance. */
  public List<String> names() {
    return names;
  }

  /** Index of a solution's name; -1 if it has none. */
  public int code(int solution) {
    return codes[solution];
  }

  /** The names of some solutions only, in order of first appearance among them. */
  public NameColumn of(int[] solutions) {
    Builder builder = new Builder();
    int[] here = new int[names.size()];
    Arrays.fill(here, -1);
    for (int solution : solutions) {
      int code = codes[solution];
      if (code < 0) {
        builder.addNone();
      } else {
        here[code] = here[code] < 0 ? builder.code(names.get(code)) : here[code];
        builder.addCode(here[code]);
      }
    }
    return builder.build();
  }

  /** Whether every solution has a name. */
  public boolean isComplete() {
    return Arrays.stream(codes).noneMatch(code -> code < 0);
  }

  /** Collects names. */
  public static final class Builder {
    private int[] codes = new int[16];
    private int size;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** The next solution's name. */
    public void add(String name) {
      addCode(code(name));
    }

    /** The next solution has none. */
    public void addNone() {
      addCode(-1);
    }

    void addAll(NameColumn other) {
      int[] here = other.names.stream().mapToInt(this::code).toArray();
      for (int code : other.codes) {
        addCode(code < 0 ? -1 : here[code]);
      }
    }

    private int code(String name) {
      Integer found = places.get(name);
      if (found == null) {
        found = names.size();
        places.put(name, found);
        names.add(name);
      }
      return found;
    }

    private void addCode(int code) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, Growth.atLeast(size + 1, size));
      }
      codes[size++] = code;
    }

    /** What was added. */
    public NameColumn build() {
      return new NameColumn(Arrays.copyOf(codes, size), List.copyOf(names));
    }
  }
}
