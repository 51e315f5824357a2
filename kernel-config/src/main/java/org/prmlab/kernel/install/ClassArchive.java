package org.prmlab.kernel.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An archive of the kernel's loaded classes (class data sharing), made by a rehearsal. It saves
 * about half a second at each start and is never required: a virtual machine that cannot use it
 * starts without.
 *
 * @param file where it is, or will be
 */
public record ClassArchive(Path file) {
  private static final String PROPERTY = "prmlab.archive";
  private static final String CLASS_PATH = "PRMLAB_CLASSPATH";
  private static final String PARENT = "JPY_PARENT_PID"; // the rehearsal ends with this process
  private static final long LIMIT_SECONDS = 60;

  static ClassArchive in(Path folder) {
    return new ClassArchive(folder.resolve("kernel.jsa"));
  }

  /** The archive that this process was told to use and that is not there yet. */
  public static Optional<ClassArchive> missing() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(path -> new ClassArchive(Path.of(path)))
        .filter(archive -> Files.notExists(archive.file()));
  }

  /** The options that use the archive, silent about one that is missing or does not fit. */
  List<String> options() {
    return List.of(
        "-XX:SharedArchiveFile=" + file,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off",
        "-D" + PROPERTY + "=" + file);
  }

  /** Makes the archive for the class path of this process; if it could not be made, why. */
  public Optional<String> make() {
    return make(System.getenv().getOrDefault(CLASS_PATH, ""));
  }

  /**
   * Makes the archive; if it could not be made, why.
   *
   * @param classPath what cells will see
   */
  Optional<String> make(String classPath) {
    long self = ProcessHandle.current().pid();
    Path unfinished = file.resolveSibling(file.getFileName() + "." + self);
    try {
      removeLeftovers();
      List<String> command = new ArrayList<>(Installer.virtualMachine());
      command.addAll(1, List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:disable"));
      command.add("rehearse");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put(CLASS_PATH, classPath);
      builder.environment().put(PARENT, Long.toString(self));
      Optional<String> problem = run(builder);
      if (Files.isRegularFile(unfinished)) {
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        return Optional.empty();
      }
      return problem.or(() -> Optional.of("this virtual machine wrote none"));
    } catch (FileSystemException e) {
      return Optional.of(e.getFile() + " cannot be written (" + e.getClass().getSimpleName() + ")");
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> run(ProcessBuilder builder) throws IOException {
    Process rehearsal =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!rehearsal.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        rehearsal.destroyForcibly().waitFor();
        return Optional.of("the rehearsal took longer than " + LIMIT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      rehearsal.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** Archives that processes which are gone did not finish. */
  private void removeLeftovers() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(folder, file.getFileName() + ".*")) {
      for (Path other : others) {
        String maker = other.toString().substring(other.toString().lastIndexOf('.') + 1);
        if (maker.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(maker)).isEmpty()) {
          Files.deleteIfExists(other);
        }
      }
    }
  }
}
