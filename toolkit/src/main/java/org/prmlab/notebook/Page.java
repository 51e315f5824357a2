package org.prmlab.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/**
 * The page of the notebook that runs this code: shows objects while a cell is still at work.
 *
 * <p>Kernels agree on the functions {@code display} and {@code updateDisplay} but not on the class
 * that holds them. They are found by name when the program runs, so that the toolkit works with
 * this kernel, with IJava and with JJava, and without any.
 */
public final class Page {
  private static final List<String> HOSTS =
      List.of(
          "org.dflib.jjava.jupyter.kernel.BaseNotebookStatics", // JJava and the kernel of prmlab
          "io.github.spencerpark.ijava.runtime.Display"); // IJava

  private final Method display;
  private final Method update;

  private Page(Class<?> host) throws NoSuchMethodException {
    display = host.getMethod("display", Object.class);
    update = host.getMethod("updateDisplay", String.class, Object.class);
  }

  /** The functions of the kernel that runs this code; empty outside a notebook. */
  public static Optional<Page> here() {
    return HOSTS.stream().flatMap(host -> find(host).stream()).findFirst();
  }

  /**
   * Shows an object under the running cell, as if it were the cell's result.
   *
   * @return what {@link #replace} calls it; empty if the kernel cannot show anything now
   */
  public Optional<String> show(Object object) {
    return call(display, object).map(String::valueOf);
  }

  /** Puts another object in the place of one that was shown. */
  public void replace(String shown, Object object) {
    var unused = call(update, shown, object);
  }

  private static Optional<Page> find(String host) {
    try {
      return Optional.of(new Page(Class.forName(host)));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty(); // another kernel, or none
    }
  }

  private static Optional<Object> call(Method function, Object... arguments) {
    try {
      return Optional.ofNullable(function.invoke(null, arguments));
    } catch (InvocationTargetException e) {
      return Optional.empty(); // its classes are here, but no kernel runs
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(function + " is not public; is this another kernel?", e);
    }
  }
}
