package org.prmlab.kernel.cell;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Where JShell finds the Javadoc of libraries: it knows only the JDK's own sources. Added are, for
 * each jar of the class path, the sources beside it ({@code x-sources.jar}) and, for a jar or
 * folder that a build has left in {@code target}, the sources of that build. JShell's list is no
 * public part of it: where it cannot be reached, libraries are described without their Javadoc.
 */
final class DocSources {
  private static final String LIST = "availableSources";
  private static final String FIND = "findSources";

  private final SourceCodeAnalysis analysis;
  private final Map<String, Optional<Path>> known = new HashMap<>();
  private List<?> ofJdk = List.of();

  DocSources(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Makes the sources of these class path entries known, of each once. */
  void use(List<String> classPath) {
    boolean isNew = known.isEmpty() && !classPath.isEmpty();
    for (String entry : classPath) {
      if (!known.containsKey(entry)) {
        known.put(entry, find(Path.of(entry)));
        isNew = true;
      }
    }
    if (isNew) {
      tell(known.values().stream().flatMap(Optional::stream).distinct().toList());
    }
  }

  private void tell(List<Path> sources) {
    if (!analysis
        .getClass()
        .getModule()
        .isOpen(JShell.class.getPackageName(), getClass().getModule())) {
      return;
    }
    try {
      if (ofJdk.isEmpty()) {
        Method find = analysis.getClass().getDeclaredMethod(FIND);
        find.setAccessible(true);
        ofJdk = (List<?>) find.invoke(analysis);
      }
      List<Object> all = new ArrayList<>(sources);
      all.addAll(ofJdk);
      Field list = analysis.getClass().getDeclaredField(LIST);
      list.setAccessible(true);
      list.set(analysis, all);
    } catch (ReflectiveOperationException e) {
      // another JDK's JShell; see the class's comment
    }
  }

  private static Optional<Path> find(Path entry) {
    Path folder = entry.toAbsolutePath().getParent();
    if (folder == null) {
      return Optional.empty();
    }
    String name = String.valueOf(entry.getFileName());
    Path beside = folder.resolve(name.replaceAll("\\.jar$", "-sources.jar"));
    if (name.endsWith(".jar") && Files.isRegularFile(beside)) {
      return root(beside);
    }
    Path ofBuild = folder.resolveSibling("src").resolve("main").resolve("java");
    boolean isBuilt = folder.endsWith("target") && Files.isDirectory(ofBuild);
    return isBuilt ? Optional.of(ofBuild) : Optional.empty();
  }

  /** The root of a jar, which stays open as long as the kernel lives. */
  private static Optional<Path> root(Path jar) {
    try {
      @SuppressWarnings("resource")
      FileSystem open = FileSystems.newFileSystem(jar);
      return Optional.of(open.getPath("/"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
