package org.prmlab.kernel.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the folder by which Jupyter finds a kernel. */
public final class Installer {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** A small heap at first, and memory that is not used given back. */
  private static final List<String> SMALL_WHEN_IDLE =
      List.of("-Xms32m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40");

  private Installer() {}

  /**
   * What to tell the user.
   *
   * @param warning what could not be done and is no reason to fail
   */
  public record Outcome(String message, Optional<String> warning) {}

  /** Installs as the command line says. */
  public static Outcome install(List<String> arguments) throws IOException {
    Options options = Options.parse(arguments);
    Path folder = options.kernels().resolve(options.kernel().folder());
    Object spec =
        options.kernel() == KernelKind.EMBEDDED
            ? embedded(options, Files.createDirectories(folder))
            : new StockInstallation(options, folder).make();
    Files.writeString(folder.resolve("kernel.json"), JSON.toJson(spec) + "\n");
    return new Outcome(
        "installed the kernel " + folder.getFileName() + " in " + folder,
        makesArchive(options) ? archive(options, folder) : Optional.empty());
  }

  private static boolean makesArchive(Options options) {
    return options.kernel() == KernelKind.EMBEDDED && options.archive() == Options.Archive.MAKE;
  }

  private static Optional<String> archive(Options options, Path folder) throws IOException {
    ClassArchive archive = ClassArchive.in(folder);
    try {
      Files.deleteIfExists(archive.file());
    } catch (IOException e) {
      return Optional.of(archive.file() + ": an old archive of classes that cannot be removed");
    }
    return archive
        .make(options.classPath())
        .map(
            why ->
                "the archive of classes, which makes starts quicker, could not be made: "
                    + why
                    + "; the kernel makes it when it is next started");
  }

  private static Map<String, Object> embedded(Options options, Path folder) throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OPT_OUT_TRACKING", "true");
    if (!options.classPath().isEmpty()) {
      environment.put("PRMLAB_CLASSPATH", options.classPath());
    }
    environment.putAll(options.environment());

    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", command(options, folder));
    spec.put("display_name", "Java (prmlab)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("env", environment);
    return spec;
  }

  private static List<String> command(Options options, Path folder) throws IOException {
    List<String> command = new ArrayList<>(virtualMachine());
    if (makesArchive(options)) {
      command.addAll(1, ClassArchive.in(folder).options());
    }
    command.add("{connection_file}");
    return command;
  }

  /** The command that starts this kernel, without a connection file. */
  static List<String> virtualMachine() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path crashReport = Path.of(System.getProperty("java.io.tmpdir"), "prmlab-kernel-%p.log");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(SMALL_WHEN_IDLE);
    command.add("-XX:ErrorFile=" + crashReport);
    command.add("-Djava.awt.headless=true");
    command.add("-Dai.djl.pytorch.graph_optimizer=false");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-jar");
    command.add(jar().toString());
    return command;
  }

  /** The jar that holds this class. */
  static Path jar() throws IOException {
    try {
      return Path.of(Installer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the kernel's jar has no path: " + e.getMessage(), e);
    }
  }
}
