package org.prmlab.kernel.install;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kernels on which the toolkit's notebooks run. */
enum KernelKind {
  EMBEDDED,
  IJAVA,
  JJAVA;

  static KernelKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no kernel is named "
                        + name
                        + "; there are "
                        + Arrays.stream(values())
                            .map(KernelKind::label)
                            .collect(Collectors.joining(", "))));
  }

  /** The name of the kernelspec, which Jupyter takes from its folder. */
  String folder() {
    return this == EMBEDDED ? "prmlab" : "prmlab-" + label();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
