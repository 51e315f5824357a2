package org.prmlab.kernel.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A kernel of somebody else that the user installed: stock IJava or stock JJava. */
final class StockKernel {
  private static final Map<KernelKind, String> HOW_TO_GET =
      Map.of(
          KernelKind.IJAVA,
          "install it first: conda install -c conda-forge ijava, or the release zip of IJava 1.3.0",
          KernelKind.JJAVA,
          "install it first: pip install jjava");

  private final StockSpec stock;

  private StockKernel(StockSpec stock) {
    this.stock = stock;
  }

  /** The first finished kernelspec in these folders whose command starts that kernel. */
  static StockKernel find(KernelKind kind, List<Path> kernels) throws IOException {
    List<String> refused = new ArrayList<>();
    for (Path folder : kernels) {
      for (Path candidate : specsIn(folder)) {
        try {
          StockSpec spec = StockSpec.read(candidate);
          if (spec.starts(kind)) {
            spec.requireFinished();
            return new StockKernel(spec);
          }
        } catch (IOException e) {
          refused.add(e.getMessage());
        }
      }
    }
    String seen = refused.isEmpty() ? "" : " (not used: " + String.join("; ", refused) + ")";
    throw new NoSuchFileException(
        "no kernelspec in "
            + kernels
            + " starts "
            + kind.label()
            + seen
            + "; "
            + HOW_TO_GET.get(kind)
            + ", or say where it is: --stock DIR");
  }

  /** The kernelspec in a folder that the user names, or in the folders below it. */
  static StockKernel in(Path given, KernelKind kind) throws IOException {
    if (!Files.isDirectory(given)) {
      throw new NoSuchFileException(
          given
              + ": no such folder; --stock expects the one that holds the kernel.json of "
              + kind.label());
    }
    if (!Files.isRegularFile(given.resolve("kernel.json"))) {
      return find(
          kind, List.of(given, given.resolve("kernels"), given.resolve("share/jupyter/kernels")));
    }
    StockSpec spec = StockSpec.read(given.toAbsolutePath().normalize());
    if (!spec.starts(kind)) {
      throw new IOException(
          given.resolve("kernel.json")
              + ": starts "
              + String.join(" ", spec.command())
              + ", which is not "
              + kind.label());
    }
    spec.requireFinished();
    return new StockKernel(spec);
  }

  private static List<Path> specsIn(Path folder) throws IOException {
    List<Path> specs = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          boolean isOurs = String.valueOf(entry.getFileName()).startsWith("prmlab");
          if (!isOurs && Files.isRegularFile(entry.resolve("kernel.json"))) {
            specs.add(entry.toAbsolutePath().normalize());
          }
        }
      }
    }
    return specs.stream().sorted().toList();
  }

  /** Where Jupyter looks for kernelspecs, beside the folder of the installation. */
  static List<Path> searchPath(Path first) {
    List<Path> folders = new ArrayList<>(List.of(first));
    for (String entry :
        System.getenv().getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator, -1)) {
      if (!entry.isBlank()) {
        folders.add(Path.of(entry, "kernels"));
      }
    }
    for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      String prefix = System.getenv().getOrDefault(variable, "");
      if (!prefix.isBlank()) {
        folders.add(Path.of(prefix, "share", "jupyter", "kernels"));
      }
    }
    folders.add(Options.userFolder().resolve("kernels"));
    folders.add(Path.of("/usr/local/share/jupyter/kernels"));
    folders.add(Path.of("/usr/share/jupyter/kernels"));
    return folders;
  }

  /** The kernelspec with our name and variables; what it had of its own stays. */
  JsonObject with(String displayName, Map<String, String> variables) {
    JsonObject changed = stock.spec().deepCopy();
    JsonArray argv = new JsonArray();
    stock.command().forEach(argv::add);
    changed.add("argv", argv);
    changed.addProperty("display_name", displayName);
    JsonObject environment =
        changed.get("env") instanceof JsonObject given ? given : new JsonObject();
    variables.forEach(
        (name, value) -> environment.addProperty(name, joined(environment, name, value)));
    changed.add("env", environment);
    return changed;
  }

  /** Paths go before those that the kernelspec has; other variables replace. */
  private static String joined(JsonObject environment, String name, String value) {
    boolean isPath = name.endsWith("PATH") && environment.has(name);
    String own = isPath ? environment.get(name).getAsString() : "";
    return own.isBlank() ? value : value + File.pathSeparator + own;
  }
}
