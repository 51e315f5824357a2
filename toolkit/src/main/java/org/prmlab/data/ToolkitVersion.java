package org.prmlab.data;

import org.jspecify.annotations.Nullable;

/** Which prmlab this is. */
public final class ToolkitVersion {
  private ToolkitVersion() {}

  /** As {@code prmlab 0.1.0}, from the jar's manifest. */
  public static String text() {
    @Nullable String version = ToolkitVersion.class.getPackage().getImplementationVersion();
    return "prmlab " + (version == null ? "(not packaged)" : version);
  }
}
