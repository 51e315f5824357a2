package org.prmlab.kernel.display;

import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * Shows the toolkit's objects on stock JJava: JJava finds this class on its class path, and for
 * every object without a renderer of its own asks the toolkit for a view.
 */
public final class ViewsExtension implements Extension {
  @Override
  public void install(BaseKernel kernel) {
    kernel
        .getRenderer()
        .createRegistration(Object.class)
        .preferring(MIMEType.TEXT_PLAIN)
        .supporting(MIMEType.TEXT_HTML, MIMEType.IMAGE_SVG, MIMEType.IMAGE_PNG)
        .register(ViewsExtension::show);
  }

  private static void show(Object value, RenderContext context) {
    Map<String, String> forms = new ToolkitViews(loaderOf(value)).of(value);
    forms.forEach(context.getOutputContainer()::putData);
  }

  /** The loader that made the object, so that the toolkit is never loaded twice. */
  private static ClassLoader loaderOf(Object value) {
    return Optional.ofNullable(value.getClass().getClassLoader())
        .or(() -> Optional.ofNullable(Thread.currentThread().getContextClassLoader()))
        .orElseGet(ClassLoader::getSystemClassLoader);
  }
}
