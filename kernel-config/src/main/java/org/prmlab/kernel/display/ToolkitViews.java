package org.prmlab.kernel.display;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the toolkit how it shows an object, by the one name {@code org.prmlab.notebook.Views.of}, in
 * the loader of the cells; neither side needs the other to compile.
 */
public final class ToolkitViews {
  private static final String VIEWS = "org.prmlab.notebook.Views";

  private final ClassLoader loader;
  private Optional<Method> question = Optional.empty();

  /** Looks for the toolkit in {@code loader}, now and, while it is absent, at each question. */
  public ToolkitViews(ClassLoader loader) {
    this.loader = loader;
  }

  /** The forms of an object by MIME type; empty if the toolkit is absent or has nothing to say. */
  public Map<String, String> of(Object value) {
    Map<String, String> forms = new LinkedHashMap<>();
    if (question.isEmpty()) {
      question = find();
    }
    if (question.isEmpty()) {
      return forms;
    }
    Optional<?> view = (Optional<?>) call(question.get(), null, value);
    if (view.isEmpty()) {
      return forms;
    }
    Object shown = view.get();
    forms.put("text/plain", String.valueOf(part(shown, "text")));
    ((Optional<?>) part(shown, "html")).ifPresent(html -> forms.put("text/html", html.toString()));
    ((Optional<?>) part(shown, "svg")).ifPresent(svg -> forms.put("image/svg+xml", svg.toString()));
    ((Optional<?>) part(shown, "png"))
        .ifPresent(png -> forms.put("image/png", Base64.getEncoder().encodeToString((byte[]) png)));
    return forms;
  }

  private Optional<Method> find() {
    if (loader.getResource(VIEWS.replace('.', '/') + ".class") == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Class.forName(VIEWS, true, loader).getMethod("of", Object.class));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static Object part(Object view, String name) {
    try {
      return call(view.getClass().getMethod(name), view);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(view.getClass() + " has no " + name + "()", e);
    }
  }

  private static Object call(
      Method method, @org.jspecify.annotations.Nullable Object on, Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is not public", e);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException thrown
          ? thrown
          : new IllegalStateException(method + " failed", e.getCause());
    }
  }
}
