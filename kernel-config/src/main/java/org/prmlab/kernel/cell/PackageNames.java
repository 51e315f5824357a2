package org.prmlab.kernel.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages that an import can name: the JDK's exported ones and those of the class path. */
final class PackageNames {
  private final Map<String, Set<String>> ofEntries = new HashMap<>();
  private Set<String> ofJdk = Set.of();

  /** The next parts of the packages that begin so, sorted: for {@code java.ut}, util. */
  List<String> next(String typed, List<String> classPath) {
    int dot = typed.lastIndexOf('.') + 1;
    return all(classPath)
        .filter(name -> name.startsWith(typed))
        .map(name -> name.substring(dot).split("\\.", 2)[0])
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> all(List<String> classPath) {
    if (ofJdk.isEmpty()) {
      ofJdk =
          ModuleLayer.boot().modules().stream()
              .flatMap(module -> module.getDescriptor().exports().stream())
              .filter(exported -> !exported.isQualified())
              .map(exported -> exported.source())
              .collect(Collectors.toSet());
    }
    return Stream.concat(
        ofJdk.stream(),
        classPath.stream()
            .flatMap(entry -> ofEntries.computeIfAbsent(entry, PackageNames::of).stream()));
  }

  private static Set<String> of(String entry) {
    Path path = Path.of(entry);
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          return packages(files.map(file -> path.relativize(file).toString().replace('\\', '/')));
        }
      }
      try (JarFile jar = new JarFile(path.toFile(), false)) {
        return packages(jar.stream().map(file -> file.getName()));
      }
    } catch (IOException e) {
      return Set.of(); // no archive, or gone: it has no packages
    }
  }

  private static Set<String> packages(Stream<String> files) {
    return files
        .filter(
            name -> name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF"))
        .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
