package org.prmlab.kernel;

import java.util.Optional;

/** What runs. */
final class Versions {
  /** Of this kernel, from its jar. */
  static final String KERNEL =
      Optional.ofNullable(Versions.class.getPackage().getImplementationVersion()).orElse("dev");

  /** Of the Java virtual machine, such as 17.0.15. */
  static final String JAVA = Runtime.version().toString().replaceAll("[+-].*", "");

  private Versions() {}
}
