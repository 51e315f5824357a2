package org.prmlab.kernel;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.prmlab.kernel.cell.CellEvaluator;
import org.prmlab.kernel.cell.CellFailure;
import org.prmlab.kernel.cell.ProcessExit;
import org.prmlab.kernel.wire.Message;

/** The requests about code, answered by JShell. */
final class Cells {
  private final OutputHub output;
  private final HistoryStore history;
  private final CellEvaluator evaluator;
  private final JavaKernel kernel;
  private final StartUp startUp;
  private final InsightReplies insight;
  private int count;

  Cells(CellEvaluator evaluator, Environment environment, OutputHub output, HistoryStore history) {
    this.evaluator = evaluator;
    this.output = output;
    this.history = history;
    kernel = new JavaKernel(evaluator, output, environment);
    insight = new InsightReplies(evaluator.insight(), kernel.getMagicsRegistry());
    startUp = new StartUp(environment, kernel, evaluator);
    output.showAs(evaluator::readable);
    Thread.setDefaultUncaughtExceptionHandler(this::report);
  }

  /** A thread of the user's ended by an exception. */
  private void report(Thread thread, Throwable thrown) {
    System.err.println(
        "error in thread "
            + thread.getName()
            + ": "
            + String.join("\n", evaluator.failure(thrown).traceback()));
  }

  /** Class path, imports and start-up scripts, before the first cell. */
  void prepare() {
    startUp.run();
  }

  /** A new cell begins; interrupts from now on are for it. */
  void begin() {
    evaluator.begin();
  }

  void interrupt() {
    evaluator.interrupt();
  }

  /** The process is about to end: the running cell is answered with an error that says so. */
  void giveUp(ProcessExit exit) {
    evaluator.giveUp(exit);
  }

  /** Runs one cell and publishes its result or error; the content of the reply. */
  JsonObject execute(Message request, boolean silent) {
    String code = request.text("code");
    if (!silent) {
      count++;
      announce(code);
    }
    try {
      Optional<DisplayData> shown = run(code);
      String text = shown.isPresent() ? publishResult(shown.get(), silent) : "";
      remember(request, code, text);
      JsonObject reply = Session.ok();
      reply.addProperty("execution_count", count);
      reply.add("payload", payload());
      reply.add("user_expressions", new JsonObject());
      return reply;
    } catch (CellFailure failure) {
      remember(request, code, "");
      return publishError(failure);
    }
  }

  /** What {@code ?name} found: a page each, as the protocol's payload describes it. */
  private JsonArray payload() {
    JsonArray payload = new JsonArray();
    for (JsonObject data : kernel.takePages()) {
      JsonObject page = new JsonObject();
      page.addProperty("source", "page");
      page.add("data", data);
      page.addProperty("start", 0);
      payload.add(page);
    }
    return payload;
  }

  /** Whether a cell was run. */
  boolean isUsed() {
    return count > 0;
  }

  InsightReplies insight() {
    return insight;
  }

  private Optional<DisplayData> run(String code) throws CellFailure {
    try {
      Optional<Object> value = evaluator.evaluate(evaluator.source("cell " + count, code));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      Object shown = value.get();
      return Optional.of(
          evaluator.onCellThread(
              () -> shown instanceof DisplayData data ? data : kernel.getRenderer().render(shown)));
    } catch (RuntimeException | Error fault) {
      throw CellFailure.ofKernel(fault);
    } finally {
      evaluator.freeTemporaries();
    }
  }

  private void announce(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("execution_count", count);
    output.publish("execute_input", content);
  }

  private String publishResult(DisplayData data, boolean silent) {
    JsonObject content = NotebookOutput.content(data);
    content.addProperty("execution_count", count);
    if (!silent) {
      output.publish("execute_result", content);
    }
    return Message.text(content.getAsJsonObject("data"), "text/plain");
  }

  private JsonObject publishError(CellFailure failure) {
    JsonObject content = new JsonObject();
    content.addProperty("ename", failure.name());
    content.addProperty("evalue", failure.text());
    content.add("traceback", Session.array(failure.traceback()));
    output.publish("error", content);
    JsonObject reply = content.deepCopy();
    reply.addProperty("status", "error");
    reply.addProperty("execution_count", count);
    return reply;
  }

  private void remember(Message request, String code, String text) {
    if (request.isTrue("store_history", true) && !request.isTrue("silent", false)) {
      history.add(count, code, text);
    }
  }
}
