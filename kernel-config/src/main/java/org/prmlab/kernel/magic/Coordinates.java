package org.prmlab.kernel.magic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/** How a notebook names a library: {@code G:A[:packaging[:classifier]]:V}, or Ivy's way. */
final class Coordinates {
  private static final Pattern IVY =
      Pattern.compile("(?<group>[^#:;\\s]+)#(?<artifact>[^#:;\\s]+);(?<version>[^#:;\\s]+)");

  private Coordinates() {}

  static Artifact parse(String text) {
    Matcher ivy = IVY.matcher(text);
    if (ivy.matches()) {
      return new DefaultArtifact(
          ivy.group("group"), ivy.group("artifact"), "jar", ivy.group("version"));
    }
    try {
      return new DefaultArtifact(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          text + " names no library; expected group:artifact[:packaging[:classifier]]:version", e);
    }
  }
}
