package org.prmlab.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Cells that are not Java: {@code %%html}, {@code %%markdown}, {@code %%svg}, {@code %%latex} and
 * {@code %%javascript} show their text, {@code %%writefile FILE} writes it.
 */
public final class DisplayMagics {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "markdown", "text/markdown",
          "svg", "image/svg+xml",
          "latex", "text/latex",
          "javascript", "application/javascript",
          "js", "application/javascript");
  private static final List<String> APPEND = List.of("-a", "--append");

  private final Notebook notebook;

  public DisplayMagics(Notebook notebook) {
    this.notebook = notebook;
  }

  public void register(MagicsRegistry registry) {
    TYPES.forEach(
        (name, type) -> {
          CellMagic<@Nullable Object, BaseKernel> magic =
              (kernel, arguments, body) -> {
                notebook.show(type, needed(body, name));
                return null;
              };
          registry.registerCellMagic(name, magic);
        });
    CellMagic<@Nullable Object, BaseKernel> write =
        (kernel, arguments, body) -> {
          write(MagicArguments.parse(arguments, List.of()), body);
          return null;
        };
    registry.registerCellMagic("writefile", write);
  }

  private static String needed(String body, String name) {
    if (body.isBlank()) {
      throw new IllegalArgumentException(
          "nothing follows %%" + name + "; write what it shows in the lines below it");
    }
    return body;
  }

  private static void write(MagicArguments arguments, String body) throws IOException {
    Path file = Path.of(arguments.single("write %%writefile [-a] FILE"));
    boolean there = Files.exists(file);
    boolean appends = arguments.flags().stream().anyMatch(APPEND::contains);
    String text = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
    if (appends) {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } else {
      Files.writeString(file, text);
    }
    String did = appends && there ? "appended to " : there ? "overwrote " : "wrote ";
    System.out.println(did + file + ", " + text.lines().count() + " lines");
  }
}
