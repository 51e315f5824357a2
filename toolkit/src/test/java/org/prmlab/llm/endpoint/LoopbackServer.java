package org.prmlab.llm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A real HTTP server on loopback that speaks OpenAI's protocol, well or badly. */
public final class LoopbackServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it does with a request. */
  public enum Manner {
    NORMAL,
    SLOW,
    TOO_MANY,
    BROKEN,
    CUT,
    MALFORMED,
    ONE_CHOICE,
    NO_CHOICES,
    REFUSED,
    BAD_REQUEST
  }

  /** Decides the manner of a request. */
  public interface Script {
    /**
     * @param number of the request, from 0
     * @param body the request
     */
    Manner of(int number, JsonNode body);
  }

  /** A request that was answered in full: these tokens are paid for. */
  public record Paid(String prompt, int samples) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Script script;
  private final Function<JsonNode, String> writer;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final List<Paid> paid = new CopyOnWriteArrayList<>();
  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();

  private LoopbackServer(Script script, Function<JsonNode, String> writer) throws IOException {
    this.script = script;
    this.writer = writer;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/v1/", this::handle);
    server.start();
  }

  public static LoopbackServer start(Script script) throws IOException {
    return start(script, body -> "So \\boxed{%d}. <conclusion>Correct</conclusion>");
  }

  /**
   * @param writer what to answer; {@code %d} becomes 0 or 1 in turn, three dots at the end mean
   *     that the limit on tokens cut it off, [removed] that a filter did
   */
  public static LoopbackServer start(Script script, Function<JsonNode, String> writer)
      throws IOException {
    return new LoopbackServer(script, writer);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (exchange) {
      JsonNode body = JSON.readTree(exchange.getRequestBody());
      bodies.add(body);
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      answer(exchange, body, script.of(requests.getAndIncrement(), body));
    }
  }

  private void answer(HttpExchange exchange, JsonNode body, Manner manner) throws IOException {
    int n = body.path("n").asInt(1);
    switch (manner) {
      case NORMAL -> pay(exchange, body, n);
      case SLOW -> {
        sleep();
        pay(exchange, body, n);
      }
      case ONE_CHOICE -> pay(exchange, body, 1);
      case NO_CHOICES -> pay(exchange, body, 0);
      case TOO_MANY -> {
        exchange.getResponseHeaders().add("Retry-After", "7");
        send(exchange, 429, "{\"error\": {\"message\": \"slow down\"}}");
      }
      case BROKEN -> send(exchange, 500, "{\"error\": {\"message\": \"out of memory\"}}");
      case MALFORMED -> send(exchange, 200, "{\"choices\": [{\"text\": \"half an ans");
      case REFUSED ->
          send(exchange, 401, "{\"error\": {\"message\": \"wrong key " + keys.get(0) + "\"}}");
      case BAD_REQUEST -> send(exchange, 400, "{\"error\": {\"message\": \"prompt too long\"}}");
      case CUT -> {
        atOnce.decrementAndGet();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 10_000);
        exchange.getResponseBody().write("{\"choices\"".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush(); // closed 9,990 bytes too early
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pay(HttpExchange exchange, JsonNode body, int n) throws IOException {
    boolean chat = exchange.getRequestURI().getPath().endsWith("/chat/completions");
    ObjectNode answer = JSON.createObjectNode().put("id", "x").put("created", 1).put("model", "m");
    answer.put("object", chat ? "chat.completion" : "text_completion");
    for (int i = 0; i < n; i++) {
      ObjectNode choice = answer.withArray("choices").addObject().put("index", i);
      String text = writer.apply(body).replace("%d", String.valueOf(i % 2));
      if (chat) {
        choice.putObject("message").put("role", "assistant").put("content", text);
        if (body.path("logprobs").asBoolean()) {
          putOdds(choice.putObject("logprobs").putArray("content"), text);
        }
      } else {
        choice.put("text", text);
      }
      choice.put("finish_reason", reason(text));
    }
    answer.withArray("choices");
    answer
        .putObject("usage")
        .put("prompt_tokens", 10)
        .put("completion_tokens", 5 * n)
        .put("total_tokens", 10 + 5 * n);
    String prompt = chat ? body.path("messages").toString() : body.path("prompt").asText();
    paid.add(new Paid(prompt, n));
    send(exchange, 200, answer.toString());
  }

  private static String reason(String text) {
    return text.endsWith("...") ? "length" : text.endsWith("[removed]") ? "content_filter" : "stop";
  }

  /** Every word a token, 0.7 likely; Yes and No are each other's alternative, 0.1 likely. */
  private static void putOdds(ArrayNode tokens, String text) {
    for (String word : text.split("(?<=\\W)|(?=\\W)", -1)) {
      ObjectNode token = tokens.addObject();
      odds(token, word, 0.7);
      ArrayNode likely = token.putArray("top_logprobs");
      odds(likely.addObject(), word, 0.7);
      if (word.equals("Yes") || word.equals("No")) {
        odds(likely.addObject(), word.equals("Yes") ? "No" : "Yes", 0.1);
      }
    }
  }

  private static void odds(ObjectNode token, String word, double probability) {
    ArrayNode bytes = token.put("token", word).putArray("bytes");
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      bytes.add(b & 0xFF);
    }
    token.put("logprob", Math.log(probability));
  }

  private void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    atOnce.decrementAndGet(); // before the client can know, and send its next
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Requests that were answered in full. */
  public List<Paid> paid() {
    return List.copyOf(paid);
  }

  public List<JsonNode> bodies() {
    return List.copyOf(bodies);
  }

  /** Authorization headers. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  public int requests() {
    return requests.get();
  }

  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
