package org.prmlab.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.prmlab.kernel.cell.CellEvaluator;
import org.prmlab.kernel.cell.ProcessExit;
import org.prmlab.kernel.install.ClassArchive;
import org.prmlab.kernel.wire.Channel;
import org.prmlab.kernel.wire.ConnectionFile;
import org.prmlab.kernel.wire.Message;
import org.prmlab.kernel.wire.Wire;

/**
 * One kernel at work. Requests that need JShell wait in a queue for their own thread; everything
 * else (kernel_info, history, interrupt, shutdown, typed input) is answered at once.
 */
final class Session {
  private static final long EXIT_MILLIS = 700;
  private static final long QUIET_MILLIS = 300;

  private record Request(Channel channel, Message message, long receivedNanos) {}

  private final PrintStream log = System.err; // the process's own, before output is taken over
  private final Wire wire;
  private final OutputHub output;
  private final TypedInput input;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final HistoryStore history = new HistoryStore();
  private final AbortRule aborts = new AbortRule();
  private final Environment environment;
  private final CompletableFuture<Cells> cells = new CompletableFuture<>();
  private final ReentrantLock running = new ReentrantLock(); // held while a cell is at work
  private volatile boolean ending;
  private boolean prepared; // completion is ready

  Session(ConnectionFile file, Environment environment) throws IOException {
    wire = new Wire(file, this::receive);
    output = new OutputHub(wire);
    input = new TypedInput(wire, output);
    this.environment = environment;
  }

  /** Serves requests until a shutdown request ends the process. */
  void run() throws InterruptedException {
    CompletableFuture<CellEvaluator> evaluator = new CompletableFuture<>();
    daemon("jshell", () -> evaluator.complete(StartUp.evaluator(environment)));
    output.install();
    System.setIn(input);
    wire.start();
    ParentWatch.start(System.getenv(), this::end);
    Runtime.getRuntime().addShutdownHook(new Thread(this::sayGoodbye, "goodbye"));
    cells.complete(new Cells(evaluator.join(), environment, output, history));
    cells.join().prepare();
    output.takeBack(); // a start-up script may have led it elsewhere
    while (true) {
      Request request = next();
      try {
        serve(request);
      } catch (RuntimeException | Error fault) {
        log.println("prmlab kernel: " + request.message().type() + " failed");
        fault.printStackTrace(log);
      }
    }
  }

  /** The next request; after the first cell, as soon as there is none, what later ones need. */
  private Request next() throws InterruptedException {
    if (cells.join().isUsed() && !prepared) {
      Request request = requests.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      if (request != null) {
        return request;
      }
      prepared = true;
      cells.join().insight().prepare();
      daemon("class archive", this::makeArchive);
    }
    return requests.take();
  }

  /** What the installation could not do: see {@link ClassArchive}. */
  private void makeArchive() {
    ClassArchive.missing()
        .flatMap(ClassArchive::make)
        .ifPresent(why -> log.println("prmlab kernel: no archive of classes was made: " + why));
  }

  /** On the wire's thread: answers what must not wait, queues the rest. */
  private void receive(Channel channel, Message message) {
    switch (message.type()) {
      case "kernel_info_request" -> answer(channel, message, KernelInfo.reply());
      case "comm_info_request" -> answer(channel, message, noComms());
      case "comm_open" -> refuseComm(message);
      case "interrupt_request" -> {
        interrupt();
        answer(channel, message, ok());
      }
      case "shutdown_request" -> shutDown(channel, message);
      case "input_reply" -> input.receive(message);
      case "history_request" -> answer(channel, message, history.reply(message));
      default -> requests.add(new Request(channel, message, System.nanoTime()));
    }
  }

  private void interrupt() {
    if (cells.isDone()) {
      cells.join().interrupt();
    }
  }

  private void serve(Request request) {
    Channel channel = request.channel();
    Message message = request.message();
    switch (message.type()) {
      case "execute_request" -> execute(request);
      case "complete_request" -> answer(channel, message, cells.join().insight().complete(message));
      case "inspect_request" -> answer(channel, message, cells.join().insight().inspect(message));
      case "is_complete_request" ->
          answer(channel, message, cells.join().insight().isComplete(message));
      default -> {
        // comm messages to comms that were refused, and what newer protocols may bring
      }
    }
  }

  private void execute(Request request) {
    Message message = request.message();
    if (aborts.applies(message, request.receivedNanos())) {
      answer(request.channel(), message, aborted());
      return;
    }
    boolean silent = message.isTrue("silent", false);
    cells.join().begin();
    running.lock();
    try {
      status(message, "busy");
      output.belongTo(message);
      input.belongTo(message);
      JsonObject reply = cells.join().execute(message, silent);
      output.takeBack();
      System.setIn(input);
      output.flush();
      if (isError(reply) && message.isTrue("stop_on_error", true)) {
        aborts.failed(message, request.receivedNanos());
      }
      reply(request.channel(), message, reply);
      status(message, "idle");
    } finally {
      running.unlock();
    }
  }

  private static boolean isError(JsonObject reply) {
    return Message.text(reply, "status").equals("error");
  }

  private static JsonObject aborted() {
    JsonObject content = new JsonObject();
    content.addProperty("status", "aborted");
    return content;
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
    end();
  }

  /** Sends what is waiting and ends the process, by force if the user's code does not let it. */
  private void end() {
    ending = true;
    daemon(
        "shutdown",
        () -> {
          interrupt();
          output.flush();
          wire.close();
          System.exit(0);
        });
    daemon(
        "shutdown guard",
        () -> {
          try {
            Thread.sleep(EXIT_MILLIS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          Runtime.getRuntime().halt(0);
        });
  }

  /** A library called System.exit: the page should say so before the kernel is gone. */
  private void sayGoodbye() {
    if (ending) {
      return;
    }
    ProcessExit exit = ProcessExit.underWay();
    try {
      if (running.tryLock()) {
        System.err.println(exit.getMessage()); // no cell that could be answered with an error
      } else {
        cells.join().giveUp(exit);
        var unused = running.tryLock(EXIT_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    output.flush();
    wire.close();
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
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
