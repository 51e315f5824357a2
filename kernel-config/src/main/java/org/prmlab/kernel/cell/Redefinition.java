package org.prmlab.kernel.cell;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.util.Optional;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Replaces the bodies of methods that are already loaded. The virtual machine starts this class as
 * an agent because the manifest of the kernel's jar names it; without that, nothing is replaced and
 * JShell declares anew.
 */
public final class Redefinition {
  private static volatile Optional<Instrumentation> instrumentation = Optional.empty();

  private Redefinition() {}

  /** Called by the virtual machine before {@code main}. */
  public static void agentmain(String arguments, Instrumentation given) {
    instrumentation = Optional.of(given);
  }

  /** Called by the virtual machine for {@code -javaagent}. */
  public static void premain(String arguments, Instrumentation given) {
    instrumentation = Optional.of(given);
  }

  /** Whether all these classes could be replaced in place: same fields, same method signatures. */
  static boolean replace(ClassBytecodes[] classes, ClassLoader loader) {
    if (instrumentation.isEmpty()) {
      return false;
    }
    try {
      ClassDefinition[] definitions = new ClassDefinition[classes.length];
      for (int i = 0; i < classes.length; i++) {
        Class<?> loaded = Class.forName(classes[i].name(), false, loader);
        definitions[i] = new ClassDefinition(loaded, CellCode.prepared(classes[i].bytecodes()));
      }
      instrumentation.get().redefineClasses(definitions);
      return true;
    } catch (ReflectiveOperationException
        | java.lang.instrument.UnmodifiableClassException
        | UnsupportedOperationException
        | LinkageError e) {
      return false;
    }
  }
}
