package org.prmlab.kernel.magic;

import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/** {@code %lsmagic} lists the magics, {@code ?name} opens the documentation of a name. */
public final class HelpMagics {
  private final Notebook notebook;

  public HelpMagics(Notebook notebook) {
    this.notebook = notebook;
  }

  /** Registers the commands; {@code ?name} goes by the name {@code ?}. */
  public void register(MagicsRegistry registry) {
    LineMagic<@Nullable Object, BaseKernel> list =
        (kernel, arguments) -> {
          System.out.println(new MagicNames(registry).list());
          return null;
        };
    LineMagic<@Nullable Object, BaseKernel> question =
        (kernel, arguments) -> describe(String.join(" ", arguments));
    registry.registerLineMagic("lsmagic", list).registerLineMagic("?", question);
  }

  private @Nullable Object describe(String name) {
    if (!notebook.describe(name)) {
      throw new IllegalArgumentException(
          "nothing is known of "
              + name
              + "; it is no variable, method or class here. Is an import missing?");
    }
    return null;
  }
}
