package org.prmlab.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.prmlab.kernel.wire.Channel;
import org.prmlab.kernel.wire.Message;
import org.prmlab.kernel.wire.Wire;

/** {@code System.in}: asks the front end for a line whenever it has run dry. */
final class TypedInput extends InputStream {
  private final Wire wire;
  private final OutputHub output;
  private final AtomicReference<Message> request = new AtomicReference<>();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private byte[] line = {};
  private int next;

  TypedInput(Wire wire, OutputHub output) {
    this.wire = wire;
    this.output = output;
  }

  /** From now on the front end that sent this request is asked. */
  void belongTo(Message execution) {
    request.set(execution);
    lines.clear();
  }

  /** Takes a line that the user typed. */
  void receive(Message reply) {
    lines.add(reply.text("value"));
  }

  @Override
  public synchronized int read() throws IOException {
    ensureLine();
    return line[next++] & 0xFF;
  }

  @Override
  public synchronized int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ensureLine();
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, into, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }

  private void ensureLine() throws IOException {
    if (next < line.length) {
      return;
    }
    Message execution = request.get();
    if (execution == null || !execution.isTrue("allow_stdin", false)) {
      throw new IOException(
          "this front end cannot ask for input (allow_stdin is false); run the notebook in JupyterLab");
    }
    output.flush();
    JsonObject content = new JsonObject();
    content.addProperty("prompt", "");
    content.addProperty("password", false);
    wire.send(Channel.STDIN, Message.answer(execution, "input_request", content));
    try {
      line = (lines.take() + "\n").getBytes(UTF_8);
      next = 0;
    } catch (InterruptedException e) {
      throw (IOException)
          new InterruptedIOException("interrupted while waiting for input").initCause(e);
    }
  }
}
