package org.prmlab.kernel.cell;

import java.lang.reflect.Field;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import jdk.jshell.JShell;

/**
 * Keeps JShell from its index of all classes. It starts to index the class path as soon as its
 * source analysis is used, which even running a cell needs; with the toolkit's libraries that costs
 * seconds of a core and some 100 MB, and gives completions only the names of packages, which {@link
 * PackageNames} knows. The indexer is no public part of JShell: where it cannot be reached,
 * indexing starts as usual.
 */
final class ClassIndex {
  private ClassIndex() {}

  /** For all shells of this process; call before the source analysis is used. */
  static void leaveOut() {
    try {
      Class<?> analysis = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
      Field indexer = analysis.getDeclaredField("INDEXER");
      if (analysis
          .getModule()
          .isOpen(JShell.class.getPackageName(), ClassIndex.class.getModule())) {
        indexer.setAccessible(true);
        var unused = ((ExecutorService) indexer.get(null)).submit(ClassIndex::holdTheThread);
      }
    } catch (ReflectiveOperationException e) {
      // another JDK's JShell; see the class's comment
    }
  }

  private static void holdTheThread() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.park(ClassIndex.class);
    }
  }
}
