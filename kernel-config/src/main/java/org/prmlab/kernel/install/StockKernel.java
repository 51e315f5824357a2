package org.prmlab.kernel.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A kernel of somebody else that the user installed: stock IJava or stock JJava. */
final class StockKernel {
  private static final Map<KernelKind, String> HOW_TO_GET =
      Map.of(
          KernelKind.IJAVA,
          "install it first: conda install -c conda-forge ijava, or the release zip of IJava 1.3.0",
          KernelKind.JJAVA,
          "install it first: pip install jjava");

  private final Path folder;
  private final JsonObject spec;

  private StockKernel(Path folder, JsonObject spec) {
    this.folder = folder;
    this.spec = spec;
  }

  /** The first kernelspec in these folders whose command starts that kernel. */
  static StockKernel find(KernelKind kind, List<Path> kernels) throws IOException {
    for (Path folder : kernels) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> specs = Files.newDirectoryStream(folder)) {
          for (Path candidate : specs) {
            StockKernel kernel = read(candidate);
            if (kernel.isA(kind)) {
              return kernel;
            }
          }
        }
      }
    }
    throw new NoSuchFileException(
        kind.label() + " is not among the kernelspecs in " + kernels + "; " + HOW_TO_GET.get(kind));
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
    JsonObject changed = spec.deepCopy();
    JsonArray argv = new JsonArray();
    for (JsonElement argument : spec.getAsJsonArray("argv")) {
      argv.add(argument.getAsString().replace("{resource_dir}", folder.toString()));
    }
    changed.add("argv", argv);
    changed.addProperty("display_name", displayName);
    JsonObject environment = changed.has("env") ? changed.getAsJsonObject("env") : new JsonObject();
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

  private static StockKernel read(Path folder) throws IOException {
    Path file = folder.resolve("kernel.json");
    if (!Files.isRegularFile(file)) {
      return new StockKernel(folder, new JsonObject());
    }
    try {
      return new StockKernel(
          folder, JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException e) {
      return new StockKernel(folder, new JsonObject());
    }
  }

  private boolean isA(KernelKind kind) {
    if (!spec.has("argv") || folder.getFileName().toString().startsWith("prmlab")) {
      return false;
    }
    String command = spec.get("argv").toString().toLowerCase(Locale.ROOT);
    return command.contains(kind.label());
  }
}
