package org.prmlab.kernel.cell;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/** The one loader of cells and of the libraries that were added to them. */
final class CellClassLoader extends URLClassLoader {
  private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();
  private final List<String> entries = new CopyOnWriteArrayList<>();

  CellClassLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  /** Makes a compiled class findable. */
  void add(ClassBytecodes compiledClass) {
    compiled.put(compiledClass.name(), CellCode.prepared(compiledClass.bytecodes()));
  }

  /** Adds jars and directories, separated as on a class path. */
  void addClassPath(String classPath) {
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      try {
        entries.add(entry);
        addURL(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(entry + ": not a class path entry", e);
      }
    }
  }

  /** What was added, in order. */
  List<String> classPath() {
    return List.copyOf(entries);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = compiled.remove(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }
}
