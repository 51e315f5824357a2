package org.prmlab.model.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Talks to the Hub or a mirror of it: with time-outs, a few retries, and a token that is sent to
 * that one host and to no other it may redirect to.
 */
public final class HubConnection {
  private static final int TRIES = 5;
  private static final int REDIRECTS = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final URI endpoint;
  private final Optional<String> token;
  private final Duration firstWait;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  private HubConnection(URI endpoint, Optional<String> token, Duration firstWait) {
    this.endpoint = endpoint;
    this.token = token;
    this.firstWait = firstWait;
  }

  /**
   * A connection that takes the token from {@code HF_TOKEN}, if that is set.
   *
   * @param endpoint e.g. {@code https://huggingface.co}
   * @throws IllegalArgumentException if it is no http or https address
   */
  public static HubConnection of(String endpoint, Map<String, String> environment) {
    if (!endpoint.matches("https?://\\S+")) {
      throw new IllegalArgumentException(
          "endpoint '" + endpoint + "'; expected an address that begins with https:// or http://");
    }
    return new HubConnection(
        URI.create(endpoint.replaceAll("/+$", "")),
        Optional.ofNullable(environment.get("HF_TOKEN")).filter(t -> !t.isBlank()),
        Duration.ofSeconds(1));
  }

  /** The same with another wait before the first retry; it doubles with each. */
  public HubConnection withFirstWait(Duration wait) {
    return new HubConnection(endpoint, token, wait);
  }

  /** The body of a page, as text. */
  String text(String path) throws IOException {
    return retried(
        () -> {
          try (InputStream body = open(path, 0).body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
          }
        });
  }

  /** Downloads to {@code part}, going on after the bytes that are there. */
  void download(String path, Path part, long size) throws IOException {
    retried(
        () -> {
          long have = Files.exists(part) ? Files.size(part) : 0;
          if (have < size) {
            append(open(path, have), part, have);
          } else if (have > size) {
            Files.delete(part);
          }
          if (Files.exists(part) && Files.size(part) == size) {
            return size;
          }
          throw new IOException(
              path + ": the connection ended after " + sizeOf(part) + " of " + size + " bytes");
        });
  }

  private static long sizeOf(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** A server that ignores the range sends all of it (200): then begin anew. */
  private static void append(HttpResponse<InputStream> response, Path part, long have)
      throws IOException {
    boolean continued = have > 0 && response.statusCode() == 206;
    try (ReadableByteChannel in = Channels.newChannel(response.body());
        FileChannel out =
            FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(continued ? have : 0).position(continued ? have : 0);
      ByteBuffer block = ByteBuffer.allocate(1 << 16);
      while (in.read(block.clear()) >= 0) {
        out.write(block.flip());
      }
    }
  }

  private HttpResponse<InputStream> open(String path, long from) throws IOException {
    URI address = URI.create(endpoint + path.replace(" ", "%20"));
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      HttpResponse<InputStream> response = send(address, from);
      int status = response.statusCode();
      if (status == 200 || status == 206) {
        return response;
      }
      response.body().close();
      Optional<String> next = response.headers().firstValue("Location");
      if (status / 100 != 3 || next.isEmpty()) {
        throw HubError.of(address, response);
      }
      address = address.resolve(next.get());
    }
    throw new IOException(address + ": more than " + REDIRECTS + " redirects");
  }

  private HttpResponse<InputStream> send(URI address, long from) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).GET();
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    boolean home =
        endpoint.getAuthority().equals(address.getAuthority())
            && endpoint.getScheme().equals(address.getScheme());
    if (home) {
      token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + address, e);
    }
  }

  /** Something that may fail because of the network. */
  @FunctionalInterface
  private interface Attempt<T> {
    T run() throws IOException;
  }

  private <T> T retried(Attempt<T> attempt) throws IOException {
    Duration wait = firstWait;
    for (int i = 1; ; i++) {
      try {
        return attempt.run();
      } catch (HubError e) {
        if (!e.isPassing() || i == TRIES) {
          throw e;
        }
        wait = e.retryAfter().orElse(wait);
      } catch (IOException e) {
        if (i == TRIES) {
          throw e;
        }
      }
      sleep(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
      wait = wait.multipliedBy(2);
    }
  }

  private static void sleep(Duration wait) throws IOException {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting to try again", e);
    }
  }
}
