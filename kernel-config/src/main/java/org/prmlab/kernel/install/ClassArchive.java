package org.prmlab.kernel.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An archive of the kernel's loaded classes (class data sharing), made by a rehearsal. It saves
 * about half a second at each start and is never required: a virtual machine that cannot use it
 * starts without.
 */
final class ClassArchive {
  private static final long LIMIT_SECONDS = 60;

  private ClassArchive() {}

  /**
   * Makes the archive in {@code folder}; empty if this virtual machine does not.
   *
   * @param command the virtual machine with its options, as the kernel will be started
   * @param classPath what cells will see
   */
  static Optional<Path> make(List<String> command, String classPath, Path folder)
      throws IOException {
    Path archive = folder.resolve("kernel.jsa");
    Files.deleteIfExists(archive);
    List<String> whole = new ArrayList<>(command);
    whole.addAll(1, List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
    whole.add("rehearse");
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().put("PRMLAB_CLASSPATH", classPath);
    Process rehearsal =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!rehearsal.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        rehearsal.destroyForcibly();
      }
    } catch (InterruptedException e) {
      rehearsal.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return Files.isRegularFile(archive) ? Optional.of(archive) : Optional.empty();
  }

  /** The options that use the archive, silent about one that does not fit any more. */
  static List<String> options(Path archive) {
    return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }
}
