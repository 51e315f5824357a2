package org.prmlab.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.prmlab.kernel.wire.Channel;
import org.prmlab.kernel.wire.ConnectionFile;
import org.prmlab.kernel.wire.Message;
import org.prmlab.kernel.wire.Wire;

/**
 * One kernel at work. Requests that need JShell wait in a queue for their own thread; everything
 * else (kernel_info, interrupt, shutdown, typed input) is answered at once.
 */
final class Session {
  private static final long EXIT_MILLIS = 700;

  private record Request(Channel channel, Message message) {}

  private final PrintStream log = System.err; // the process's own, before output is taken over
  private final Wire wire;
  private final OutputHub output;
  private final TypedInput input;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final HistoryStore history = new HistoryStore();
  private final Cells cells;

  Session(ConnectionFile file, Environment environment) throws IOException {
    wire = new Wire(file, this::receive);
    output = new OutputHub(wire);
    input = new TypedInput(wire, output);
    cells = new Cells(environment, output, history);
  }

  /** Serves requests until a shutdown request ends the process. */
  void run() throws InterruptedException {
    output.install();
    System.setIn(input);
    wire.start();
    cells.prepare();
    while (true) {
      Request request = requests.take();
      try {
        serve(request.channel(), request.message());
      } catch (RuntimeException | Error fault) {
        log.println("prmlab kernel: " + request.message().type() + " failed");
        fault.printStackTrace(log);
      }
    }
  }

  /** On the wire's thread: answers what must not wait, queues the rest. */
  private void receive(Channel channel, Message message) {
    switch (message.type()) {
      case "kernel_info_request" -> answer(channel, message, KernelInfo.reply());
      case "comm_info_request" -> answer(channel, message, noComms());
      case "comm_open" -> refuseComm(message);
      case "interrupt_request" -> {
        cells.interrupt();
        answer(channel, message, ok());
      }
      case "shutdown_request" -> shutDown(channel, message);
      case "input_reply" -> input.receive(message);
      default -> requests.add(new Request(channel, message));
    }
  }

  private void serve(Channel channel, Message message) {
    switch (message.type()) {
      case "execute_request" -> execute(channel, message);
      case "complete_request" -> answer(channel, message, cells.complete(message));
      case "inspect_request" -> answer(channel, message, cells.inspect(message));
      case "is_complete_request" -> answer(channel, message, cells.isComplete(message));
      case "history_request" -> answer(channel, message, history.reply(message));
      default -> {
        // comm messages to comms that were refused, and what newer protocols may bring
      }
    }
  }

  private void execute(Channel channel, Message message) {
    boolean silent = message.isTrue("silent", false);
    status(message, "busy");
    output.belongTo(message);
    input.belongTo(message);
    JsonObject reply = cells.execute(message, silent);
    output.flush();
    reply(channel, message, reply);
    status(message, "idle");
  }

  private void answer(Channel channel, Message message, JsonObject content) {
    status(message, "busy");
    reply(channel, message, content);
    status(message, "idle");
  }

  private void reply(Channel channel, Message message, JsonObject content) {
    String type = message.type().replace("_request", "_reply");
    wire.send(channel, Message.answer(message, type, content));
  }

  private void status(Message request, String state) {
    JsonObject content = new JsonObject();
    content.addProperty("execution_state", state);
    output.publishFor(request, "status", content);
  }

  private void shutDown(Channel channel, Message message) {
    JsonObject content = ok();
    content.addProperty("restart", message.isTrue("restart", false));
    answer(channel, message, content);
    Thread end =
        new Thread(
            () -> {
              cells.interrupt();
              output.flush();
              wire.close();
              System.exit(0);
            },
            "shutdown");
    end.start();
    Thread guard =
        new Thread(
            () -> {
              try {
                Thread.sleep(EXIT_MILLIS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(0);
            },
            "shutdown guard");
    guard.setDaemon(true);
    guard.start();
  }

  private void refuseComm(Message message) {
    JsonObject content = new JsonObject();
    content.addProperty("comm_id", message.text("comm_id"));
    content.add("data", new JsonObject());
    status(message, "busy");
    output.publishFor(message, "comm_close", content);
    status(message, "idle");
  }

  private static JsonObject noComms() {
    JsonObject content = ok();
    content.add("comms", new JsonObject());
    return content;
  }

  static JsonObject ok() {
    JsonObject content = new JsonObject();
    content.addProperty("status", "ok");
    return content;
  }

  static JsonArray array(Iterable<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
