package org.prmlab.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that does the same work on request and says how long it took. */
final class BenchPeer implements AutoCloseable {
  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;

  private BenchPeer(Process process) {
    this.process = process;
    this.in = process.inputReader(StandardCharsets.UTF_8);
    this.out = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts a peer that speaks as {@code peer.py} does.
   *
   * @param program that runs the script
   */
  static BenchPeer start(String program, Path script, String... arguments) {
    var peer = new BenchPeer(launch(program, script, arguments));
    peer.line();
    return peer;
  }

  /** Runs {@code peer.py} to its end. */
  static void run(String python, Path script, String... arguments) {
    Process process = launch(python, script, arguments);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("peer.py failed; its own lines above say why");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Process launch(String python, Path script, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(python);
    command.add(script.toString());
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One run: {@code seconds} and {@code result}. */
  JsonNode run() {
    try {
      out.write("run\n");
      out.flush();
      return new ObjectMapper().readTree(line());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() {
    try {
      String line = in.readLine();
      if (line == null) {
        throw new IllegalStateException("the peer ended early; its own lines above say why");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
      process.waitFor();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
