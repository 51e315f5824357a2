package org.prmlab.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.ContentType;

/** Leads what the base library publishes ({@code display}, {@code updateDisplay}) to our output. */
final class NotebookOutput extends JupyterIO {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  NotebookOutput(OutputHub output) {
    super(UTF_8);
    setEnv(new Publisher(output));
  }

  /** The content of a message that shows these data: data, metadata, transient. */
  static JsonObject content(DisplayData data) {
    JsonObject content = GSON.toJsonTree(data, DisplayData.class).getAsJsonObject();
    if (!content.has("transient")) {
      content.add("transient", new JsonObject());
    }
    return content;
  }

  private static final class Publisher extends ShellReplyEnvironment {
    private final OutputHub output;

    @SuppressWarnings("NullAway") // the base library's sockets are not used
    Publisher(OutputHub output) {
      super(null, null, null, null);
      this.output = output;
    }

    @Override
    public void writeToStdOut(String text) {
      System.out.print(text);
    }

    @Override
    public void writeToStdErr(String text) {
      System.err.print(text);
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      if (content instanceof DisplayData data) {
        output.publish(content.getType().getName(), content(data));
      }
    }
  }
}
