package org.prmlab.kernel.install;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.prmlab.kernel.display.ToolkitPackages;
import org.prmlab.kernel.display.ToolkitViews;
import org.prmlab.kernel.display.ViewsExtension;
import org.prmlab.kernel.magic.Globs;

/**
 * What a stock kernel needs to run our notebooks: the toolkit on its class path, its packages
 * imported, and its objects shown through their views.
 */
final class StockInstallation {
  private static final String SCRIPT = "prmlab-start.jshell";
  private static final String EXTENSION = "prmlab-views.jar";
  private static final String IJAVA_RENDERER = "ijava-views.jshell";

  private final Options options;
  private final Path folder;

  StockInstallation(Options options, Path folder) {
    this.options = options;
    this.folder = folder;
  }

  /** Writes what the kernel needs into the folder; the kernelspec. */
  JsonObject make() throws IOException {
    KernelKind kind = options.kernel();
    StockKernel stock =
        options.stock().isPresent()
            ? StockKernel.in(options.stock().get(), kind)
            : StockKernel.find(kind, StockKernel.searchPath(options.kernels()));
    Files.createDirectories(folder);
    Path script = folder.resolve(SCRIPT);
    Files.writeString(script, script());
    List<String> classPath = new ArrayList<>(List.of(options.classPath()));
    if (options.kernel() == KernelKind.JJAVA) {
      classPath.add(extension().toString());
    }
    String prefix = options.kernel().name() + "_";
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("OPT_OUT_TRACKING", "true");
    variables.put(
        prefix + "CLASSPATH",
        classPath.stream()
            .filter(entry -> !entry.isBlank())
            .collect(Collectors.joining(File.pathSeparator)));
    variables.put(prefix + "STARTUP_SCRIPTS_PATH", script.toString());
    variables.putAll(options.environment());
    String name = options.kernel().label().toUpperCase(Locale.ROOT).replace("JAVA", "Java");
    return stock.with("Java (" + name + ", prmlab)", variables);
  }

  /** Imports of the toolkit's packages and, for IJava, the renderer of its objects. */
  private String script() throws IOException {
    StringBuilder script = new StringBuilder();
    for (Path entry : Globs.onClassPath(options.classPath())) {
      if (entry.toString().endsWith(".jar")) {
        try (JarFile jar = new JarFile(entry.toFile())) {
          ToolkitPackages.of(jar)
              .forEach(name -> script.append("import ").append(name).append(".*;\n"));
        }
      }
    }
    boolean hasToolkit = script.length() > 0;
    if (options.kernel() == KernelKind.IJAVA && hasToolkit) {
      script.append(resource(IJAVA_RENDERER));
    }
    return script.toString();
  }

  /** A small jar with the extension that JJava loads, taken from the kernel's own classes. */
  private Path extension() throws IOException {
    Path file = folder.resolve(EXTENSION);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Class<?> part : List.of(ViewsExtension.class, ToolkitViews.class)) {
        String path = part.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(path));
        jar.write(bytes("/" + path));
      }
      jar.putNextEntry(new JarEntry("META-INF/services/org.dflib.jjava.jupyter.Extension"));
      jar.write((ViewsExtension.class.getName() + "\n").getBytes(UTF_8));
    }
    return file;
  }

  private static String resource(String name) throws IOException {
    return new String(bytes("/org/prmlab/kernel/install/" + name), UTF_8);
  }

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = StockInstallation.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("the kernel's jar lacks " + path + "; build it again");
      }
      return in.readAllBytes();
    }
  }
}
