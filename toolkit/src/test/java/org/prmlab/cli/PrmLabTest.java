package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.common.ErrorText;
import picocli.CommandLine;

class PrmLabTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return PrmLab.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void theAuditIsOneJsonObject() throws Exception {
    assertEquals(0, run("audit", "--json"));
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertEquals(List.of("checked", "findings", "k_of_n"), names(json));
    assertTrue(json.get("checked").asInt() > 3000);
    assertEquals(
        List.of("where", "row", "columns", "printed", "fits", "rule"),
        names(json.get("findings").get(0)));
  }

  @Test
  void theAuditReadsAsATable() {
    assertEquals(0, run("audit"));
    assertTrue(out.toString().contains("Llama-3.3-70B-Instruct"));
    assertTrue(out.toString().contains("MMLU-STEM"));
  }

  @Test
  void aFailureIsOneLineWithoutStackTrace(@TempDir Path folder) {
    assertEquals(1, run("audit", "--tables", folder.toString()));
    assertEquals(
        "error: " + folder.resolve("table01.csv") + ": no such file; check the path",
        err.toString().strip());
  }

  @Test
  void verboseShowsTheStackTrace(@TempDir Path folder) {
    assertEquals(1, run("audit", "--verbose", "--tables", folder.toString()));
    assertTrue(err.toString().contains("at org.prmlab"));
  }

  @Test
  void wrongUsageExitsWithTwo() {
    assertEquals(2, run("audit", "--colour"));
    assertTrue(err.toString().contains("--colour"));
  }

  @Test
  void everyCommandHasHelp() {
    List<String> without = new ArrayList<>();
    for (CommandLine command : PrmLab.commandLine().getSubcommands().values()) {
      boolean help = command.getCommandSpec().findOption("--help") != null;
      boolean says = command.getCommandSpec().usageMessage().description().length > 0;
      if (!help || !says) {
        without.add(command.getCommandName());
      }
    }
    assertEquals(List.of(), without);
  }

  @Test
  void errorsOfTheFileSystemSayWhatToDo() {
    assertEquals("f: no such file; check the path", ErrorText.of(new NoSuchFileException("f")));
    assertEquals(
        "f: no permission; check who owns it and its mode",
        ErrorText.of(new AccessDeniedException("f")));
    assertEquals(
        "f: exists already; remove it or choose another name",
        ErrorText.of(new FileAlreadyExistsException("f")));
    assertEquals("IllegalStateException", ErrorText.of(new IllegalStateException()));
    assertEquals(
        "no connection to the server; check its address and the network",
        ErrorText.of(new ConnectException()));
  }

  @Test
  void withoutACommandItPrintsTheUsage() {
    assertEquals(0, run());
    assertTrue(out.toString().contains("COMMAND"));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
