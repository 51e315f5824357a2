package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.cli.FakeClone.Outcome;

/** What the launcher makes, when it makes it again, and how it is interrupted. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for bash")
class LauncherSetupTest {
  @TempDir private Path folder;
  private FakeClone clone;

  @BeforeEach
  void make() throws Exception {
    clone = FakeClone.in(folder);
  }

  @Test
  void everythingIsMadeOnce() throws Exception {
    List<String> first = clone.run("run").lines();
    assertTrue(first.contains("maven ran"), first.toString());
    assertTrue(first.contains("venv at " + clone.home() + "/.venv"), first.toString());
    assertTrue(first.contains("pip ran"), first.toString());
    assertEquals(List.of("java ran: run"), clone.run("run").lines());
  }

  @Test
  void aMovedCloneIsSetUpAgain() throws Exception {
    clone.run("run");
    Path moved = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(clone.home(), moved.resolve("a clone"));
    Files.move(folder.resolve("tools"), moved.resolve("tools"));
    FakeClone there = new FakeClone(moved.toRealPath());
    there.jdk("jdk", FakeClone.JAVA);
    List<String> lines = there.run("run").lines();
    assertTrue(lines.contains("venv at " + there.home() + "/.venv"), lines.toString());
    assertTrue(lines.contains("pip ran"), lines.toString());
    assertTrue(Files.readString(there.kernelspec()).contains(there.home().toString()));
    assertFalse(Files.readString(there.kernelspec()).contains(clone.home().toString()));
  }

  @Test
  void anEnvironmentWhosePythonIsGoneIsMadeAgain() throws Exception {
    clone.run("run");
    Path python = clone.home().resolve(".venv/bin/python");
    Files.delete(python);
    Files.createSymbolicLink(python, Path.of("/nowhere/python3.8"));
    assertTrue(clone.run("run").lines().contains("pip ran"));
  }

  @Test
  void newRequirementsAreInstalledIntoTheSameEnvironment() throws Exception {
    clone.run("run");
    Files.writeString(clone.home().resolve("kernel-config/requirements.txt"), "nbclient>=1\n");
    List<String> lines = clone.run("run").lines();
    assertTrue(lines.contains("pip ran"));
    assertFalse(lines.contains("venv at " + clone.home() + "/.venv"));
  }

  @Test
  void anotherJavaHasItsOwnKernelspec() throws Exception {
    clone.run("run");
    Files.writeString(clone.kernelspec(), "of the other");
    Path newer = clone.jdk("jdk 25", FakeClone.JAVA);
    assertEquals(0, clone.run(Map.of("JAVA_HOME", newer.toString()), "run").code());
    assertFalse(Files.readString(clone.kernelspec()).contains("of the other"));
  }

  @Test
  void aJdkThatIsNotLinkedIsFound() throws Exception {
    clone.write(folder.resolve("jdk/bin/java"), "exit 1");
    clone.jdk("jdks/openjdk@17/libexec/openjdk.jdk/Contents/Home", FakeClone.JAVA);
    Outcome outcome = clone.run("run");
    assertEquals(0, outcome.code(), outcome.text());
  }

  @Test
  void theNewestJarOfClassesIsTheOne() throws Exception {
    clone.run("run");
    Path target = clone.home().resolve("toolkit/target");
    Files.createFile(target.resolve("prmlab-toolkit-0.2.0-sources.jar"));
    Files.createFile(target.resolve("prmlab-toolkit-0.2.0.jar"));
    clone.run("run");
    assertTrue(Files.readString(clone.kernelspec()).contains("prmlab-toolkit-0.2.0.jar:"));
  }

  @Test
  void theReportSaysWhatIsNotReadyHere() throws Exception {
    Outcome none = clone.run("doctor");
    assertEquals(1, none.code());
    assertTrue(
        none.text().startsWith("prmlab: the toolkit is not built yet, so there is no report"));
    clone.jdk("jdk", FakeClone.JAVA.replace("echo \"java ran", "echo \"$PRMLAB_CHECKS\"; echo \""));
    clone.run("run");
    List<String> lines = clone.run("doctor").lines();
    assertTrue(lines.contains("ok\tJupyter\tready"), lines.toString());
    Files.writeString(clone.home().resolve(".venv/prmlab.clone"), "/an/old/path");
    lines = clone.run("doctor").lines();
    assertTrue(
        lines.contains("later\tJupyter\tmade for /an/old/path; ./prmlab run makes it"),
        lines.toString());
  }

  @Test
  void installsAKernelWithTheToolkitOnItsClassPath() throws Exception {
    clone.run("run");
    clone.jdk(
        "jdk", FakeClone.JAVA.replace("*' install '*)", "*' install '*) echo \"$@\" ;; none)"));
    Outcome outcome = clone.run("kernel", "install", "--kernel", "jjava", "--user");
    assertEquals(
        "-jar %1$s/kernel-config/target/prmlab-kernel.jar install --classpath %1$s/toolkit/target/prmlab-toolkit-0.1.0.jar:%1$s/toolkit/target/lib/* --env OMP_WAIT_POLICY=PASSIVE --kernel jjava --user"
            .formatted(clone.home()),
        outcome.text().strip());
  }

  /** Each waits in another of the programs that the launcher starts, and has a child itself. */
  @ParameterizedTest
  @CsvSource({
    "maven, INT, 130",
    "venv, INT, 130",
    "pip, INT, 130",
    "java, INT, 130",
    "java, TERM, 143"
  })
  void anInterruptEndsAllInOneLine(String where, String signal, int code) throws Exception {
    assumeFalse(signal.equals("INT") && ignoresInterrupts(), "interrupts are ignored here");
    String waits = "sleep 600 & echo WAITING $$ $!; wait";
    switch (where) {
      case "maven" -> clone.write(clone.home().resolve("mvnw"), waits);
      case "java" -> clone.jdk("jdk", FakeClone.JAVA.replace("echo \"java ran", waits + " #"));
      default ->
          clone.write(
              clone.tools().resolve("python3"),
              FakeClone.PYTHON.replace(
                  "'-m " + where + "')", "'-m " + where + "') " + waits + ";"));
    }
    Process process = clone.start(Map.of(), "run");
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (!line.startsWith("WAITING")) {
        line = output.readLine();
      }
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      assertEquals("prmlab: interrupted", output.readLine());
      assertEquals(null, output.readLine());
      assertEquals(code, process.waitFor());
      for (String pid : line.substring("WAITING ".length()).split(" ", -1)) {
        assertFalse(
            ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false));
      }
    }
  }

  /** Whether interrupts are ignored, as in the background of a shell: children then ignore them. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
            .anyMatch(mask -> (mask & 0b10) != 0);
  }
}
