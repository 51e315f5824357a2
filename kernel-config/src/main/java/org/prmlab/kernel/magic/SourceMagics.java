package org.prmlab.kernel.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/** {@code %load FILE} runs a script or notebook, {@code %time CODE} says how long code took. */
public final class SourceMagics {
  private static final List<String> ENDINGS =
      List.of("", ".jsh", ".jshell", ".java", ".ijava", ".ipynb");
  private static final double NANOS = 1e9;

  private final Notebook notebook;

  public SourceMagics(Notebook notebook) {
    this.notebook = notebook;
  }

  public void register(MagicsRegistry registry) {
    LineMagic<@Nullable Object, BaseKernel> load =
        (kernel, arguments) -> {
          run(MagicArguments.parse(arguments, List.of()).single("write %load FILE"));
          return null;
        };
    CellMagic<@Nullable Object, BaseKernel> time = (kernel, arguments, body) -> time(body);
    registry.registerLineMagic("load", load).registerCellMagic("time", time);
  }

  private void run(String name) throws IOException {
    Path file = find(name);
    String source = Files.readString(file);
    if (!file.toString().endsWith(".ipynb")) {
      notebook.run(source, name);
      return;
    }
    int number = 0;
    for (JsonElement cell :
        JsonParser.parseString(source).getAsJsonObject().getAsJsonArray("cells")) {
      JsonObject fields = cell.getAsJsonObject();
      number++;
      if (fields.get("cell_type").getAsString().equals("code")) {
        notebook.run(text(fields.get("source")), name + " cell " + number);
      }
    }
  }

  private static Path find(String name) throws NoSuchFileException {
    for (String ending : ENDINGS) {
      Path path = Path.of(name + ending);
      if (Files.isRegularFile(path)) {
        return path;
      }
    }
    throw new NoSuchFileException(
        Path.of(name).toAbsolutePath().toString(),
        null,
        "no such file, nor with one of the endings" + String.join(" ", ENDINGS));
  }

  /** A notebook's source: one text, or a list of lines. */
  private static String text(JsonElement source) {
    if (source.isJsonPrimitive()) {
      return source.getAsString();
    }
    StringBuilder text = new StringBuilder();
    source.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }

  /** CPU times are those of the cell's own thread. */
  private @Nullable Object time(String code) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long user = threads.getCurrentThreadUserTime();
    long start = System.nanoTime();
    try {
      return notebook.run(code, "timed code");
    } finally {
      double wall = (System.nanoTime() - start) / NANOS;
      double total = (threads.getCurrentThreadCpuTime() - cpu) / NANOS;
      double inUser = Math.min(total, (threads.getCurrentThreadUserTime() - user) / NANOS);
      notebook.show(
          String.format(
              Locale.ROOT,
              "CPU times: user %.3f s, sys %.3f s, total %.3f s%nWall time: %.3f s",
              inUser,
              total - inUser,
              total,
              wall));
    }
  }
}
