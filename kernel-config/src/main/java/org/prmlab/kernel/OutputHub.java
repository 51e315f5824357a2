package org.prmlab.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.prmlab.kernel.cell.CellEvaluator;
import org.prmlab.kernel.wire.Channel;
import org.prmlab.kernel.wire.Message;
import org.prmlab.kernel.wire.Wire;

/**
 * Everything the page sees: printed text, collected into few messages, and published messages in
 * the same order. What a thread prints after its cell has ended appears under the latest cell.
 */
public final class OutputHub {
  private static final int FULL_BYTES = 64 * 1024;
  private static final long FLUSH_MILLIS = 50;

  /** The two streams of a process, by the names of the protocol. */
  private enum Stream {
    STDOUT,
    STDERR;

    String label() {
      return this == STDOUT ? "stdout" : "stderr";
    }
  }

  private final Wire wire;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(new Tap(Stream.STDOUT), false, UTF_8);
  private final PrintStream err = new PrintStream(new Tap(Stream.STDERR), false, UTF_8);
  private volatile UnaryOperator<String> readable = UnaryOperator.identity();
  private Stream waitingStream = Stream.STDOUT;
  private JsonObject parent = new JsonObject();

  OutputHub(Wire wire) {
    this.wire = wire;
  }

  /** Takes over {@code System.out} and {@code System.err} for good. */
  void install() {
    takeBack();
    Thread flusher = new Thread(this::flushNowAndThen, "output");
    flusher.setDaemon(true);
    flusher.start();
  }

  /** Undoes what a cell has done by {@code System.setOut} or {@code setErr}. */
  void takeBack() {
    System.setOut(out);
    System.setErr(err);
  }

  /** From now on texts are shown as this function gives them. */
  void showAs(UnaryOperator<String> given) {
    readable = given;
  }

  /** From now on output belongs to this request. */
  synchronized void belongTo(Message request) {
    if (parent.size() > 0) {
      flush();
    }
    parent = request.header();
  }

  /** Publishes a message of the current request, after what was printed before it. */
  public synchronized void publish(String type, JsonObject content) {
    flush();
    if (content.get("data") instanceof JsonObject data) {
      data.entrySet().stream()
          .filter(form -> form.getKey().startsWith("text/") && form.getValue().isJsonPrimitive())
          .forEach(
              form ->
                  form.setValue(new JsonPrimitive(readable.apply(form.getValue().getAsString()))));
    }
    wire.send(Channel.IOPUB, Message.published(parent, type, content));
  }

  /** Publishes a message that another request caused. */
  synchronized void publishFor(Message request, String type, JsonObject content) {
    wire.send(Channel.IOPUB, Message.published(request.header(), type, content));
  }

  /** Sends what was printed; the start of a character whose end was not printed yet stays. */
  public synchronized void flush() {
    byte[] bytes = waiting.toByteArray();
    send(bytes, wholeCharacters(bytes));
  }

  /** Sends what was printed, in the midst of printing: the start of a name may stay as well. */
  private synchronized void flushWhole() {
    byte[] bytes = waiting.toByteArray();
    String text = new String(bytes, 0, wholeCharacters(bytes), UTF_8);
    send(bytes, text.substring(0, CellEvaluator.whole(text)).getBytes(UTF_8).length);
  }

  private void send(byte[] bytes, int length) {
    if (length == 0 || parent.size() == 0) {
      return;
    }
    waiting.reset();
    waiting.write(bytes, length, bytes.length - length);
    JsonObject content = new JsonObject();
    content.addProperty("name", waitingStream.label());
    content.addProperty("text", readable.apply(new String(bytes, 0, length, UTF_8)));
    wire.send(Channel.IOPUB, Message.published(parent, "stream", content));
    notifyAll();
  }

  private synchronized void print(Stream stream, byte[] bytes, int offset, int length) {
    if (stream != waitingStream) {
      flush();
      waitingStream = stream;
    }
    waiting.write(bytes, offset, length);
    if (waiting.size() >= FULL_BYTES) {
      flushWhole();
    }
    notifyAll();
  }

  /** The length of the longest start that does not end within a UTF-8 sequence. */
  static int wholeCharacters(byte[] bytes) {
    int last = bytes.length - 1;
    int start = last;
    while (start > 0 && start > last - 3 && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    if (start < 0 || bytes[start] >= 0) {
      return bytes.length;
    }
    int announced = Integer.numberOfLeadingZeros(~(bytes[start] << 24));
    boolean cut = announced >= 2 && announced <= 4 && last - start + 1 < announced;
    return cut ? start : bytes.length;
  }

  private void flushNowAndThen() {
    try {
      while (true) {
        synchronized (this) {
          while (waiting.size() == 0) {
            wait();
          }
        }
        Thread.sleep(FLUSH_MILLIS);
        flushWhole();
      }
    } catch (InterruptedException e) {
      flush();
    }
  }

  private final class Tap extends OutputStream {
    private final Stream stream;

    Tap(Stream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int one) {
      print(stream, new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      print(stream, bytes, offset, length);
    }
  }
}
