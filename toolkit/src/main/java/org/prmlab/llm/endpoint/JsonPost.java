package org.prmlab.llm.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One JSON object sent, one received. It sends nothing twice and follows no redirect: retries and
 * their limits are {@link RequestLine}'s.
 */
public final class JsonPost {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
  private static final int SHOWN = 80; // characters of a body that is no answer

  private final HttpClient client;
  private final Duration timeout;
  private final String key;
  private final HttpFaults faults;

  private JsonPost(HttpClient client, Duration timeout, String key) {
    this.client = client;
    this.timeout = timeout;
    this.key = key;
    this.faults = new HttpFaults(key);
  }

  /**
   * Makes a client; nothing is sent yet.
   *
   * @param timeout what one request may take, its answer included
   * @param key sent as {@code Authorization: Bearer}; empty for none
   */
  public static JsonPost of(Duration timeout, String key) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    return new JsonPost(client, timeout, key);
  }

  /**
   * Sends one request.
   *
   * @return the answer, an object or an array
   * @throws CallFailure if there is none, or it is no JSON
   */
  public JsonNode send(URI uri, JsonNode body) throws CallFailure, InterruptedException {
    HttpResponse<String> answer = answer(request(uri, body));
    if (answer.statusCode() / 100 != 2) {
      throw faults.status(
          answer.statusCode(),
          "%d: %s".formatted(answer.statusCode(), said(answer)),
          answer.headers().firstValue("Retry-After"));
    }
    return read(answer);
  }

  private HttpRequest request(URI uri, JsonNode body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return request.build();
  }

  private HttpResponse<String> answer(HttpRequest request)
      throws CallFailure, InterruptedException {
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw faults.passing("no whole answer within %s s".formatted(timeout.toSeconds()));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String kind = cause.getClass().getSimpleName();
      String message = HttpFaults.message(cause);
      throw faults.passing(message.equals("null") ? kind : kind + ": " + message);
    } finally {
      sent.cancel(true);
    }
  }

  private JsonNode read(HttpResponse<String> answer) throws CallFailure {
    String body = answer.body();
    String type = answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/event-stream") || body.startsWith("data:")) {
      throw faults.passing(
          "a stream of events came; expected one JSON object: does a proxy turn streaming on?");
    }
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isContainerNode()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw faults.passing("not an answer in JSON: " + said(answer));
  }

  /** What a body says, be it OpenAI's error object, a page or anything else. */
  private static String said(HttpResponse<String> answer) {
    String body = answer.body();
    Matcher title = TITLE.matcher(body);
    if (title.find()) {
      return "an HTML page, '%s'; is the URL that of the server?".formatted(title.group(1).strip());
    }
    try {
      JsonNode json = JSON.readTree(body);
      String message = json.path("error").path("message").asText(json.path("message").asText(""));
      if (!message.isEmpty()) {
        return message;
      }
    } catch (JsonProcessingException e) {
      // shown as it is
    }
    String start = body.strip();
    return start.isEmpty()
        ? "an empty body"
        : start.length() > SHOWN ? start.substring(0, SHOWN) + "..." : start;
  }
}
