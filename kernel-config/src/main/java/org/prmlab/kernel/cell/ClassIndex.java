package org.prmlab.kernel.cell;

import java.lang.reflect.Field;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import jdk.jshell.JShell;

/**
 * Holds back JShell's index of all classes until somebody asks for a completion. JShell starts to
 * index the class path as soon as its source analysis is used, which even running a cell needs;
 * with the toolkit's libraries that costs seconds of a core and some 100 MB. The indexer is no
 * public part of JShell: where it cannot be reached, indexing starts at once as usual.
 */
final class ClassIndex {
  private final CountDownLatch wanted = new CountDownLatch(1);

  /** Holds the index of all shells of this process; call before the source analysis is used. */
  ClassIndex() {
    try {
      Class<?> analysis = Class.forName("jdk.jshell.SourceCodeAnalysisImpl");
      Field indexer = analysis.getDeclaredField("INDEXER");
      if (analysis.getModule().isOpen(JShell.class.getPackageName(), getClass().getModule())) {
        indexer.setAccessible(true);
        var unused = ((ExecutorService) indexer.get(null)).submit(this::waitUntilWanted);
      }
    } catch (ReflectiveOperationException e) {
      want();
    }
  }

  /** From now on JShell indexes in the background. */
  void want() {
    wanted.countDown();
  }

  private void waitUntilWanted() {
    try {
      wanted.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
