package org.prmlab.kernel.display;

import java.lang.reflect.Array;
import java.net.URL;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * IJava's rendering rules, and before them the toolkit's views. What a notebook registered itself
 * comes first.
 */
public final class PageRenderer extends Renderer {
  private static final int ARRAY_ELEMENTS = 100;

  private final ToolkitViews views;
  private final Set<Class<?>> registered = new HashSet<>();
  private boolean stockRulesComplete;

  public PageRenderer(ToolkitViews views) {
    this.views = views;
  }

  /** From now on a registration is the notebook's own and goes before the toolkit's views. */
  public void stockRulesComplete() {
    stockRulesComplete = true;
  }

  @Override
  public <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> types,
      RenderFunction<T> function) {
    super.register(supported, preferred, types, function);
    if (stockRulesComplete) {
      registered.addAll(types);
    }
  }

  @Override
  public DisplayData render(Object value, Map<String, Object> params) {
    if (isOwnMatter(value)) {
      return super.render(value, params);
    }
    Map<String, String> forms = views.of(value);
    if (forms.isEmpty()) {
      return super.render(plain(value), params);
    }
    DisplayData data = new DisplayData();
    forms.forEach(data::putData);
    return data;
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> params, String... types) {
    DisplayData data = super.renderAs(plain(value), params, types);
    if (!isOwnMatter(value)) {
      Map<String, String> forms = views.of(value);
      for (String type : types) {
        if (forms.containsKey(type) && !data.hasDataForType(MIMEType.parse(type))) {
          data.putData(type, forms.get(type));
        }
      }
    }
    return data;
  }

  @Override
  protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
    if (!data.hasDataForType(MIMEType.TEXT_PLAIN)) {
      data.putText(
          value.getClass().isArray()
              ? arrayText(value)
              : Objects.requireNonNullElse(value.toString(), "null"));
    }
    return data;
  }

  private boolean isOwnMatter(Object value) {
    return value instanceof DisplayDataRenderable
        || registered.stream().anyMatch(type -> type.isInstance(value));
  }

  /** Text as a string; an address as text, because the stock HTML for it is broken. */
  private static Object plain(Object value) {
    return value instanceof CharSequence || value instanceof URL ? value.toString() : value;
  }

  private static String arrayText(Object array) {
    int length = Array.getLength(array);
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < Math.min(length, ARRAY_ELEMENTS); i++) {
      Object element = Array.get(array, i);
      boolean nested = element != null && element.getClass().isArray();
      text.add(nested ? arrayText(element) : String.valueOf(element));
    }
    if (length > ARRAY_ELEMENTS) {
      text.add("... " + length + " elements");
    }
    return text.toString();
  }
}
