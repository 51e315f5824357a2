package org.prmlab.served;

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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server on loopback that answers as reward servers do, well or badly. */
public final class RewardServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it does with a request. */
  public enum Manner {
    NORMAL,
    TOO_MANY,
    BROKEN,
    CUT,
    MALFORMED,
    STREAM,
    PAGE,
    OTHER_MODEL,
    ROW_TOO_FEW,
    ROW_TOO_MANY,
    NO_NUMBER,
    ERROR_OBJECT,
    REFUSED,
    BAD_REQUEST,
    REDIRECT
  }

  /** Decides the manner of a request, by its number from 0. */
  public interface Script {
    Manner of(int number, JsonNode body);
  }

  /** What the model behind it computes: rows of numbers for one text. */
  public interface Head {
    /**
     * @param input token ids, a text, or messages
     */
    List<double[]> rows(JsonNode input);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Script script;
  private final Head head;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final List<JsonNode> paid = new CopyOnWriteArrayList<>();
  private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();

  private RewardServer(Script script, Head head) throws IOException {
    this.script = script;
    this.head = head;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static RewardServer start(Script script, Head head) throws IOException {
    return new RewardServer(script, head);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (exchange) {
      JsonNode body = JSON.readTree(exchange.getRequestBody());
      bodies.add(body);
      paths.add(exchange.getRequestURI().getPath());
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      answer(exchange, body, script.of(requests.getAndIncrement(), body));
    }
  }

  private void answer(HttpExchange exchange, JsonNode body, Manner manner) throws IOException {
    switch (manner) {
      case TOO_MANY -> {
        exchange.getResponseHeaders().add("Retry-After", "7");
        send(exchange, 429, "{\"error\": {\"message\": \"slow down\"}}");
      }
      case BROKEN -> send(exchange, 500, "{\"error\": {\"message\": \"out of memory\"}}");
      case CUT -> {
        atOnce.decrementAndGet();
        exchange.sendResponseHeaders(200, 10_000);
        exchange.getResponseBody().write("{\"data\"".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush(); // closed 9,993 bytes too early
      }
      case MALFORMED -> send(exchange, 200, "{\"data\": [{\"data\": [[0.5, 0.");
      case STREAM -> {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        send(exchange, 200, "data: " + rewards(exchange, body, manner) + "\n\ndata: [DONE]\n\n");
      }
      case PAGE -> {
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        send(exchange, 200, "<!doctype html><html><title>Log in</title><body>Who?</body></html>");
      }
      case ERROR_OBJECT ->
          send(exchange, 200, "{\"object\": \"error\", \"message\": \"no such task\"}");
      case REFUSED ->
          send(exchange, 401, "{\"error\": {\"message\": \"wrong key " + keys.get(0) + "\"}}");
      case BAD_REQUEST -> send(exchange, 400, "{\"error\": {\"message\": \"prompt too long\"}}");
      case REDIRECT -> {
        exchange.getResponseHeaders().add("Location", "/login");
        send(exchange, 302, "");
      }
      default -> {
        String answer = rewards(exchange, body, manner);
        if (manner == Manner.NORMAL) {
          paid.add(body);
        }
        send(exchange, 200, answer);
      }
    }
  }

  private String rewards(HttpExchange exchange, JsonNode body, Manner manner) {
    boolean sglang = body.has("input_ids");
    JsonNode input =
        sglang ? body.path("input_ids") : body.has("messages") ? body.path("messages") : null;
    JsonNode texts = input == null ? body.path("input") : input;
    boolean many = texts.path(0).isArray();
    ArrayNode data = JSON.createArrayNode();
    long tokens = 0;
    for (int i = 0; i < (many ? texts.size() : 1); i++) {
      JsonNode text = many ? texts.get(i) : texts;
      tokens += text.size();
      element(data, head.rows(text), exchange.getRequestURI().getPath(), text.size(), sglang);
    }
    ObjectNode answer = JSON.createObjectNode().put("object", "list").put("created", 1);
    if (manner != Manner.NORMAL) {
      spoil(data, manner);
    }
    if (sglang) {
      return data.toString();
    }
    answer.put("model", manner == Manner.OTHER_MODEL ? "chat" : body.path("model").asText());
    answer.set("data", data);
    answer.putObject("usage").put("prompt_tokens", body.has("messages") ? 40 : tokens);
    return answer.toString();
  }

  private static void element(
      ArrayNode data, List<double[]> rows, String path, int tokens, boolean sglang) {
    ObjectNode element = data.addObject();
    if (sglang) {
      numbers(element.putArray("embedding"), rows.get(0));
      element.putObject("meta_info").put("prompt_tokens", tokens);
      return;
    }
    element.put("index", data.size() - 1);
    if (path.endsWith("/embeddings")) {
      ArrayNode flat = element.putArray("embedding");
      rows.forEach(row -> numbers(flat, row));
    } else if (path.endsWith("/classify")) {
      numbers(element.putArray("probs"), rows.get(0));
      element.put("num_classes", rows.get(0).length).put("label", "LABEL_0");
    } else {
      ArrayNode nested = element.putArray("data");
      rows.forEach(row -> numbers(nested.addArray(), row));
    }
  }

  private static void numbers(ArrayNode into, double[] row) {
    for (double number : row) {
      into.add(number);
    }
  }

  private static void spoil(ArrayNode data, Manner manner) {
    ArrayNode rows = (ArrayNode) data.get(0).path("data");
    switch (manner) {
      case ROW_TOO_FEW -> rows.remove(0);
      case ROW_TOO_MANY -> rows.add(rows.get(0).deepCopy());
      case NO_NUMBER -> ((ArrayNode) rows.get(0)).set(0, JSON.getNodeFactory().textNode("NaN"));
      default -> {}
    }
  }

  private void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    atOnce.decrementAndGet(); // before the client can know, and send its next
    if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Rows of two classes for as many steps as markers are in the text. */
  static List<double[]> pairs(int rows, int salt) {
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double right = (Math.floorMod(31 * salt + 7 * i, 97) + 1) / 100.0;
      pairs.add(new double[] {1 - right, right});
    }
    return pairs;
  }

  /** Requests that got rewards which can be used. */
  public List<JsonNode> paid() {
    return List.copyOf(paid);
  }

  public List<JsonNode> bodies() {
    return List.copyOf(bodies);
  }

  public List<String> paths() {
    return List.copyOf(paths);
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
