package org.prmlab.kernel.display;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.List;
import java.util.jar.JarFile;

/** The packages of the toolkit that a notebook gets without an import. */
public final class ToolkitPackages {
  private static final String KNOWN_CLASS = "org/prmlab/notebook/Views.class";
  private static final String ROOT = "org/prmlab/";
  private static final List<String> NOT_FOR_NOTEBOOKS =
      List.of("org.prmlab.cli", "org.prmlab.site", "org.prmlab.kernel");

  private ToolkitPackages() {}

  /** The packages in the toolkit's jar, sorted; none if the toolkit is not on the class path. */
  public static List<String> in(ClassLoader loader) throws IOException {
    URL known = loader.getResource(KNOWN_CLASS);
    if (known == null || !(known.openConnection() instanceof JarURLConnection connection)) {
      return List.of();
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return of(jar);
    }
  }

  /** The packages below {@code org.prmlab} in a jar, sorted. */
  public static List<String> of(JarFile jar) {
    return jar.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.startsWith(ROOT) && name.endsWith(".class"))
        .filter(name -> !name.endsWith("package-info.class"))
        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
        .filter(name -> NOT_FOR_NOTEBOOKS.stream().noneMatch(p -> (name + ".").startsWith(p + ".")))
        .distinct()
        .sorted()
        .toList();
  }
}
