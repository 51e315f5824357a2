package org.prmlab.kernel;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;
import org.prmlab.kernel.cell.CellEvaluator;
import org.prmlab.kernel.cell.CellFailure;
import org.prmlab.kernel.display.PageRenderer;
import org.prmlab.kernel.display.ToolkitViews;
import org.prmlab.kernel.magic.ClassPathMagics;
import org.prmlab.kernel.magic.DisplayMagics;
import org.prmlab.kernel.magic.HelpMagics;
import org.prmlab.kernel.magic.Libraries;
import org.prmlab.kernel.magic.MavenMagics;
import org.prmlab.kernel.magic.Notebook;
import org.prmlab.kernel.magic.ShellMagics;
import org.prmlab.kernel.magic.SourceMagics;

/**
 * The kernel as notebooks and extensions know it. The base library's {@code display}, {@code
 * render}, {@code eval} and magics find it here; the protocol is served elsewhere.
 */
public final class JavaKernel extends BaseKernel implements Notebook {
  private final CellEvaluator evaluator;
  private final OutputHub output;
  private final List<JsonObject> pages = new CopyOnWriteArrayList<>();

  JavaKernel(CellEvaluator evaluator, OutputHub output, Environment environment) {
    this(evaluator, output, environment, new PageRenderer(new ToolkitViews(evaluator.loader())));
  }

  private JavaKernel(
      CellEvaluator evaluator, OutputHub output, Environment environment, PageRenderer renderer) {
    super(
        "prmlab",
        Versions.KERNEL,
        new LanguageInfo.Builder("java").version(Versions.JAVA).build(),
        List.of(),
        null,
        (JupyterIO) new NotebookOutput(output),
        new CommManager(),
        renderer,
        new MagicParser("(?<=(?:\\r?\\n)|^)\\s*%", "%%", new MagicTranspiler()),
        new MagicsRegistry(),
        environment.loadsExtensions(),
        new StringStyler.Builder().build());
    this.evaluator = evaluator;
    this.output = output;
    renderer.stockRulesComplete();
    new ClassPathMagics(this).register(magicsRegistry);
    new SourceMagics(this).register(magicsRegistry);
    new MavenMagics(this).register(magicsRegistry);
    new DisplayMagics(this).register(magicsRegistry);
    new ShellMagics().register(magicsRegistry);
    new HelpMagics(this).register(magicsRegistry);
  }

  /** Takes away what the running cell has shown so far, as {@code clear_output} of IPython. */
  public void clearOutput() {
    JsonObject content = new JsonObject();
    content.addProperty("wait", false);
    output.publish("clear_output", content);
  }

  @Override
  public void addToClassPath(List<Path> entries) {
    Libraries.Choice choice =
        new Libraries(evaluator.classPath())
            .choose(entries.stream().map(path -> path.toAbsolutePath().normalize()).toList());
    choice.notes().forEach(System.err::println);
    evaluator.addToClassPath(choice.added().stream().map(Path::toString).toList());
  }

  /** Runs a source with its magics; the value of its last expression, or null. */
  @Override
  public @Nullable Object evalRaw(String source) {
    return run(source, "eval");
  }

  @Override
  public @Nullable Object run(String source, String label) {
    try {
      return evaluator.evaluate(evaluator.source(label, source)).orElse(null);
    } catch (CellFailure failure) {
      throw Sneaky.rethrow(failure.getCause() == null ? failure : failure.getCause());
    }
  }

  @Override
  public void show(String text) {
    display(new DisplayData(text));
  }

  @Override
  public void show(String mimeType, String text) {
    DisplayData data = new DisplayData(text);
    data.putData(mimeType, text);
    display(data);
  }

  @Override
  public boolean describe(String name) {
    JsonObject page = InsightReplies.documentation(evaluator.insight().document(name));
    if (page.size() == 0) {
      return false;
    }
    pages.add(page);
    return true;
  }

  /** The pages that the running cell has asked for, once. */
  List<JsonObject> takePages() {
    List<JsonObject> taken = List.copyOf(pages);
    pages.clear();
    return taken;
  }

  @Override
  public @Nullable DisplayData inspect(String code, int at, boolean extraDetail) {
    return null;
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    return new ReplacementOptions(List.of(), at, at);
  }

  @Override
  public String isComplete(String code) {
    return IS_COMPLETE_MAYBE;
  }

  @Override
  protected ClassLoader getClassLoader() {
    return evaluator.loader();
  }

  /** Throws checked exceptions where the base library's signature does not allow them. */
  private static final class Sneaky {
    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException rethrow(Throwable thrown) throws E {
      throw (E) thrown;
    }
  }
}
