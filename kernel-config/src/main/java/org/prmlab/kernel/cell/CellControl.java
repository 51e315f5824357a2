package org.prmlab.kernel.cell;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * JShell's engine inside this process. Values stay objects: JShell sees only a placeholder text, so
 * a large array is never turned into a string; exceptions are kept as they were thrown.
 */
final class CellControl extends DirectExecutionControl {
  private static final String PLACEHOLDER = "value";

  private final CellClassLoader loader;
  private final CellThread thread;
  private final Optional<Duration> limit;
  private @Nullable Object value;
  private @Nullable Throwable failure;
  private @Nullable Class<?> lastClass;

  CellControl(CellClassLoader loader, CellThread thread, Optional<Duration> limit) {
    this.loader = loader;
    this.thread = thread;
    this.limit = limit;
  }

  /** The value of the statement that ran last, once. */
  Optional<Object> takeValue() {
    Optional<Object> taken = Optional.ofNullable(value);
    value = null;
    return taken;
  }

  /** What the statement that ran last threw, once. */
  Optional<Throwable> takeFailure() {
    Optional<Throwable> taken = Optional.ofNullable(failure);
    failure = null;
    return taken;
  }

  /** The generated class of the statement that ran last. */
  Optional<Class<?>> lastClass() {
    return Optional.ofNullable(lastClass);
  }

  /** Forgets the values that a generated class holds, so that they can be freed. */
  static void clearStatics(Class<?> generated) {
    for (Field field : generated.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        try {
          field.setAccessible(true);
          field.set(null, null);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("a JShell class lost its field " + field, e);
        }
      }
    }
  }

  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException {
    for (ClassBytecodes one : classes) {
      loader.add(one);
    }
    boolean[] installed = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      try {
        var unused = Class.forName(classes[i].name(), false, loader).getDeclaredMethods();
        installed[i] = true;
      } catch (ClassNotFoundException | LinkageError e) {
        throw new ClassInstallException("load: " + e, installed);
      }
    }
  }

  @Override
  public void redefine(ClassBytecodes[] classes) throws ClassInstallException {
    if (!Redefinition.replace(classes, loader)) {
      throw new ClassInstallException("not in place", new boolean[classes.length]);
    }
  }

  @Override
  public void addToClasspath(String path) {
    loader.addClassPath(path);
  }

  @Override
  public String invoke(String className, String methodName) throws RunException, InternalException {
    Method method = method(className, methodName);
    lastClass = method.getDeclaringClass();
    value = null;
    failure = null;
    try {
      value = thread.run(() -> method.invoke(null), limit);
      return PLACEHOLDER;
    } catch (Throwable thrown) {
      throw converted(thrown);
    }
  }

  @Override
  public String varValue(String className, String varName) {
    return PLACEHOLDER;
  }

  private Method method(String className, String methodName) throws InternalException {
    try {
      Method method = Class.forName(className, false, loader).getDeclaredMethod(methodName);
      method.setAccessible(true);
      return method;
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new InternalException(className + "." + methodName + ": " + e);
    }
  }

  private RunException converted(Throwable thrown) {
    Throwable cause = thrown;
    if (thrown instanceof InvocationTargetException wrapped && wrapped.getCause() != null) {
      cause = wrapped.getCause();
    }
    if (cause instanceof ExceptionInInitializerError wrapped && wrapped.getCause() != null) {
      cause = wrapped.getCause();
    }
    if (cause instanceof SPIResolutionException unresolved) {
      return new ResolutionException(unresolved.id(), unresolved.getStackTrace());
    }
    failure = cause;
    return new UserException("kept", cause.getClass().getName(), new StackTraceElement[0]);
  }
}
