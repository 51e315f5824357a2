package org.prmlab.kernel.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What to install where.
 *
 * @param kernel which kernel the spec starts
 * @param kernels the folder that holds one folder for each kernelspec
 * @param classPath patterns of jars that cells see
 * @param archive whether to make an archive of classes, which takes some seconds
 * @param environment variables of the kernel's process
 * @param stock where the stock kernel's own kernelspec is; empty to look where Jupyter does
 */
record Options(
    KernelKind kernel,
    Path kernels,
    String classPath,
    Archive archive,
    Map<String, String> environment,
    Optional<Path> stock) {
  /** Whether the installation makes an archive of the kernel's classes. */
  enum Archive {
    MAKE,
    OMIT
  }

  static Options parse(List<String> arguments) {
    Map<String, String> single = new LinkedHashMap<>();
    Map<String, String> environment = new LinkedHashMap<>();
    List<Path> folders = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String option = arguments.get(i);
      switch (option) {
        case "--user" -> folders.add(userFolder());
        case "--sys-prefix" -> folders.add(jupyter(systemPrefix()));
        case "--prefix" -> folders.add(jupyter(Path.of(value(arguments, ++i))));
        case "--kernel", "--classpath", "--stock" -> single.put(option, value(arguments, ++i));
        case "--no-archive" -> single.put(option, "");
        case "--env" -> {
          String[] pair = value(arguments, ++i).split("=", 2);
          if (pair.length < 2) {
            throw new IllegalArgumentException("--env " + pair[0] + ": expected NAME=VALUE");
          }
          environment.put(pair[0], pair[1]);
        }
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    if (folders.size() != 1) {
      throw new IllegalArgumentException("give exactly one of --prefix DIR, --user, --sys-prefix");
    }
    KernelKind kernel = KernelKind.named(single.getOrDefault("--kernel", "embedded"));
    if (single.containsKey("--stock") && kernel == KernelKind.EMBEDDED) {
      throw new IllegalArgumentException("--stock goes with --kernel ijava or --kernel jjava");
    }
    return new Options(
        kernel,
        folders.get(0).resolve("kernels"),
        single.getOrDefault("--classpath", ""),
        single.containsKey("--no-archive") ? Archive.OMIT : Archive.MAKE,
        environment,
        Optional.ofNullable(single.get("--stock")).map(Path::of));
  }

  private static String value(List<String> arguments, int index) {
    if (index >= arguments.size()) {
      throw new IllegalArgumentException(arguments.get(index - 1) + " needs a value");
    }
    return arguments.get(index);
  }

  private static Path jupyter(Path prefix) {
    return prefix.resolve("share").resolve("jupyter");
  }

  /** The user's own Jupyter folder, by the rules of each system. */
  static Path userFolder() {
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return Path.of(System.getenv().getOrDefault("APPDATA", home.toString()), "jupyter");
    }
    return system.contains("mac")
        ? home.resolve("Library").resolve("Jupyter")
        : jupyter(home.resolve(".local"));
  }

  private static Path systemPrefix() {
    String virtual = System.getenv().getOrDefault("VIRTUAL_ENV", "");
    String conda = System.getenv().getOrDefault("CONDA_PREFIX", "");
    if (virtual.isEmpty() && conda.isEmpty()) {
      throw new IllegalArgumentException(
          "--sys-prefix needs an active Python environment (VIRTUAL_ENV or CONDA_PREFIX)");
    }
    return Path.of(virtual.isEmpty() ? conda : virtual);
  }
}
