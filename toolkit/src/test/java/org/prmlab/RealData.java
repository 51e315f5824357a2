package org.prmlab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Published records, read from the folder that PRMLAB_REAL_DATA names; tests are skipped without.
 */
public final class RealData {
  private RealData() {}

  public static Path file(String name) {
    Optional<Path> folder = Optional.ofNullable(System.getenv("PRMLAB_REAL_DATA")).map(Path::of);
    assumeTrue(folder.isPresent(), "PRMLAB_REAL_DATA is not set: real records not checked");
    Path file = folder.orElseThrow().resolve(name);
    assumeTrue(Files.isReadable(file), () -> "no real records: " + file + " is not there");
    return file;
  }
}
