package org.prmlab.kernel.install;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the folder by which Jupyter finds a kernel. */
public final class Installer {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private Installer() {}

  /** Installs as the command line says; returns what to tell the user. */
  public static String install(List<String> arguments) throws IOException {
    Options options = Options.parse(arguments);
    Path folder = options.kernels().resolve("prmlab");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("kernel.json"), JSON.toJson(embedded(options)) + "\n");
    return "installed the kernel prmlab in " + folder;
  }

  private static Map<String, Object> embedded(Options options) throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("OPT_OUT_TRACKING", "true");
    if (!options.classPath().isEmpty()) {
      environment.put("PRMLAB_CLASSPATH", options.classPath());
    }
    environment.putAll(options.environment());

    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", command());
    spec.put("display_name", "Java (prmlab)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("env", environment);
    return spec;
  }

  private static List<String> command() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return List.of(
        java.toString(),
        "-Djava.awt.headless=true",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-XX:ErrorFile=" + temporary.resolve("prmlab-kernel-%p.log"),
        "-jar",
        jar().toString(),
        "{connection_file}");
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
