package org.prmlab.model.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.hub.HubCache.Kind;

/** Against a real HTTP server on this machine that answers as the Hub does. */
class HubFetchTest {
  private static final byte[] WEIGHTS = new byte[300_000];
  private static final byte[] CONFIG =
      "{\"model_type\": \"qwen2\"}".getBytes(StandardCharsets.UTF_8);

  static {
    new SplittableRandom(1).nextBytes(WEIGHTS);
  }

  @TempDir private Path folder;
  private HttpServer server;
  private HttpServer other;
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private String promised = sha256(WEIGHTS);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/models/o/m/revision/main", e -> answer(e, 200, listing()));
    server.createContext("/o/m/resolve/c0ffee/config.json", e -> answer(e, 200, CONFIG));
    server.createContext(
        "/o/m/resolve/c0ffee/model.safetensors",
        e -> {
          e.getResponseHeaders().add("Location", address(other) + "/cdn/weights?sig=1");
          answer(e, 302, new byte[0]);
        });
    other.createContext("/cdn/weights", this::weights);
    server.start();
    other.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    other.stop(0);
  }

  private byte[] listing() {
    return """
        {"sha": "c0ffee", "siblings": [
          {"rfilename": "README.md", "size": 3, "blobId": "x"},
          {"rfilename": "../evil.json", "size": 3, "blobId": "x"},
          {"rfilename": "pytorch_model.bin", "size": 3, "blobId": "x"},
          {"rfilename": "config.json", "size": %d, "blobId": "%s"},
          {"rfilename": "model.safetensors", "size": %d, "lfs": {"sha256": "%s", "size": %d}}]}
        """
        .formatted(CONFIG.length, gitHash(CONFIG), WEIGHTS.length, promised, WEIGHTS.length)
        .getBytes(StandardCharsets.UTF_8);
  }

  private void weights(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D+", ""));
    if (failures.merge("cut", -1, Integer::sum) >= 0) {
      log(exchange);
      exchange.sendResponseHeaders(from == 0 ? 200 : 206, WEIGHTS.length - from);
      exchange.getResponseBody().write(WEIGHTS, from, 100_000);
      exchange.close(); // before the promised length
      return;
    }
    answer(exchange, from == 0 ? 200 : 206, Arrays.copyOfRange(WEIGHTS, from, WEIGHTS.length));
  }

  private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    log(exchange);
    int now = status;
    if (failures.merge("busy", -1, Integer::sum) >= 0) {
      exchange.getResponseHeaders().add("Retry-After", "0");
      now = 503;
    }
    exchange.sendResponseHeaders(now, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void log(HttpExchange exchange) {
    log.add(
        exchange.getRequestURI().getPath()
            + " "
            + exchange.getRequestHeaders().getFirst("Range")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Path fetch(String id, Map<String, String> environment) {
    HubConnection hub =
        HubConnection.of(address(server) + "/", environment).withFirstWait(Duration.ZERO);
    return new HubFetch(hub, new HubCache(folder)).fetch(Kind.MODEL, id, "main", (f, b) -> {});
  }

  @Test
  void whatTheToolkitReadsComesAndNothingElse() throws IOException {
    Path model = fetch("o/m", Map.of());
    assertEquals(folder.resolve("models/o/m"), model);
    assertArrayEquals(CONFIG, Files.readAllBytes(model.resolve("config.json")));
    assertArrayEquals(WEIGHTS, Files.readAllBytes(model.resolve("model.safetensors")));
    try (var files = Files.walk(folder)) {
      assertEquals(2, files.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void aSecondFetchDownloadsNothing() {
    fetch("o/m", Map.of());
    log.clear();
    fetch("o/m", Map.of());
    assertEquals(List.of("/api/models/o/m/revision/main null null"), log);
  }

  @Test
  void aBrokenDownloadGoesOnWhereItBroke() throws IOException {
    failures.put("cut", 2);
    Path model = fetch("o/m", Map.of());
    assertArrayEquals(WEIGHTS, Files.readAllBytes(model.resolve("model.safetensors")));
    List<String> ranges = new ArrayList<>(log);
    ranges.removeIf(line -> !line.startsWith("/cdn"));
    assertEquals(3, ranges.size(), ranges.toString());
    assertEquals("/cdn/weights null null", ranges.get(0));
    int first = begin(ranges.get(1));
    int second = begin(ranges.get(2));
    // the last bytes before a break may be lost on their way
    assertTrue(first > 0 && first <= 100_000, ranges.toString());
    assertTrue(second > first && second <= first + 100_000, ranges.toString());
  }

  /** Where a logged request begins. */
  private static int begin(String request) {
    return Integer.parseInt(request.replaceAll("\\D+", ""));
  }

  @Test
  void aPartLeftByAnEarlierRunIsContinued() throws IOException {
    Path model = Files.createDirectories(folder.resolve("models/o/m"));
    Files.write(model.resolve("model.safetensors.part"), Arrays.copyOf(WEIGHTS, 123_456));
    fetch("o/m", Map.of());
    assertArrayEquals(WEIGHTS, Files.readAllBytes(model.resolve("model.safetensors")));
    assertTrue(log.contains("/cdn/weights bytes=123456- null"), log.toString());
  }

  @Test
  void bytesWithAnotherHashAreNotKept() {
    promised = "0".repeat(64);
    var error = assertThrows(UncheckedIOException.class, () -> fetch("o/m", Map.of()));
    assertTrue(
        String.valueOf(error.getMessage()).contains("have another hash than the Hub promised"));
    assertFalse(Files.exists(folder.resolve("models/o/m/model.safetensors")));
    assertFalse(Files.exists(folder.resolve("models/o/m/model.safetensors.part")));
  }

  @Test
  void aBusyServerIsAskedAgain() {
    failures.put("busy", 3);
    assertTrue(Files.exists(fetch("o/m", Map.of()).resolve("config.json")));
  }

  @Test
  void aServerThatStaysBusyIsAnErrorInTheEnd() {
    failures.put("busy", 100);
    var error = assertThrows(UncheckedIOException.class, () -> fetch("o/m", Map.of()));
    assertTrue(String.valueOf(error.getMessage()).contains("answered 503"));
    assertEquals(5, log.size());
  }

  @Test
  void theTokenGoesToTheHubAndToNoOtherHost() {
    fetch("o/m", Map.of("HF_TOKEN", "secret"));
    for (String line : log) {
      assertEquals(!line.startsWith("/cdn"), line.endsWith("Bearer secret"), line);
    }
  }

  @Test
  void anUnknownIdSaysWhatToCheck() {
    var error = assertThrows(UncheckedIOException.class, () -> fetch("o/unknown", Map.of()));
    assertTrue(
        String.valueOf(error.getMessage()).contains("answered 404; check the id, the revision"));
  }

  @Test
  void anIdThatIsNoneIsRefusedBeforeAnyRequest() {
    assertThrows(IllegalArgumentException.class, () -> fetch("../../etc", Map.of()));
    assertEquals(List.of(), log);
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Fingerprint.algorithm("SHA-256").digest(bytes));
  }

  private static String gitHash(byte[] bytes) {
    var digest = Fingerprint.algorithm("SHA-1");
    digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest(bytes));
  }
}
