package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command line, run here or in a process of its own, and what it printed. */
public final class CommandRun {
  public static final ObjectMapper JSON = new ObjectMapper();

  public final StringWriter out = new StringWriter();
  public final StringWriter err = new StringWriter();

  public int run(List<String> arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = PrmLab.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments.toArray(new String[0]));
  }

  public JsonNode report() throws IOException {
    return JSON.readTree(out.toString());
  }

  public void assertError(String message) {
    assertTrue(err.toString().contains(message), err.toString());
  }

  public static List<String> with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toList();
  }

  /** Another process, which can be killed, in a folder where a crash would leave its report. */
  public static Process start(Path folder, List<String> arguments) throws IOException {
    List<String> options = new ArrayList<>();
    String threads = System.getProperty("ai.djl.pytorch.num_threads");
    if (threads != null) { // another number of threads rounds differently
      options.add("-Dai.djl.pytorch.num_threads=" + threads);
    }
    return new ProcessBuilder(command(options, arguments))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** How a process of its own is started; it lives for seconds, so it compiles quickly. */
  static List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), PrmLab.class.getName()));
    command.addAll(arguments);
    return command;
  }
}
