package org.prmlab.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The real launcher in a clone of its own, with a Java, a Python and a Maven that only say that
 * they were called. Its {@code PATH} has them and the tools that the launcher uses, nothing else of
 * the machine.
 *
 * @param folder of all of it; the clone lies below it, in a path with a space
 */
record FakeClone(Path folder) {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cmp",
          "cp",
          "dirname",
          "find",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "touch",
          "uname");
  static final String JAVA =
      """
      case "$*" in
        *-version) echo '    java.home = JDK'; echo '    os.arch = amd64'; echo 'openjdk version "17.0.1"' ;;
        *ArchiveClassesAtExit*) ;;
        *' install '*) mkdir -p "$5/share/jupyter/kernels/prmlab"; echo "$7" > "$5/share/jupyter/kernels/prmlab/kernel.json" ;;
        *) echo "java ran: ${*#*PrmLab }" ;;
      esac
      """;
  static final String PYTHON =
      """
      case "$1 $2" in
        '-c import sys'*) echo 3.11.7 ;;
        '-m venv') mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; echo "venv at $3" ;;
        '-m pip') echo 'pip ran' ;;
        '-c '*) ;;
        *) echo "python ran: $*" ;;
      esac
      """;
  static final String MAVEN =
      """
      echo 'maven ran'
      mkdir -p toolkit/target/lib kernel-config/target
      touch toolkit/target/prmlab-toolkit-0.1.0.jar kernel-config/target/prmlab-kernel.jar
      """;

  /** A clone in which everything works. */
  static FakeClone in(Path folder) throws IOException {
    FakeClone clone = new FakeClone(folder.toRealPath());
    for (String source :
        List.of(
            "toolkit/src/main",
            "toolkit/bench/src/main",
            "toolkit/spark/src/main",
            "kernel-config/src/main",
            "datasets")) {
      Files.createDirectories(clone.home().resolve(source));
    }
    for (String file :
        List.of(
            "pom.xml",
            "toolkit/pom.xml",
            "kernel-config/pom.xml",
            "kernel-config/jupyterlab-overrides.json",
            "kernel-config/requirements.txt")) {
      Files.createFile(clone.home().resolve(file));
    }
    Files.copy(Path.of("..", "prmlab"), clone.home().resolve("prmlab"));
    clone.write(clone.home().resolve("mvnw"), MAVEN);
    for (String tool : TOOLS) {
      Files.createDirectories(clone.tools());
      clone.write(clone.tools().resolve(tool), "exec " + find(tool) + " \"$@\"\n");
    }
    clone.jdk("jdk", JAVA);
    clone.write(clone.tools().resolve("python3"), PYTHON);
    return clone;
  }

  private static Path find(String tool) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(folder, tool))) {
        return Path.of(folder, tool);
      }
    }
    throw new IllegalStateException(tool + " is not in PATH");
  }

  Path home() {
    return folder.resolve("a clone");
  }

  Path tools() {
    return folder.resolve("tools");
  }

  Path kernelspec() {
    return home().resolve(".venv/share/jupyter/kernels/prmlab/kernel.json");
  }

  /** A folder with a Java that does this, and all else that a JDK has. */
  Path jdk(String name, String java) throws IOException {
    Path jdk = folder.resolve(name);
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    write(bin.resolve("java"), java.replace("JDK", jdk.toString()));
    write(bin.resolve("javac"), "");
    write(bin.resolve("jshell"), "");
    return jdk;
  }

  /** An executable shell script. */
  void write(Path file, String script) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Outcome run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    Process process = start(environment, arguments);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }

  Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(find("bash").toString()));
    command.add(home().resolve("prmlab").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("PATH", folder.resolve("jdk/bin") + ":" + tools());
    variables.put("HOME", folder.toString());
    variables.put("PRMLAB_JDKS", folder.resolve("jdks").toString());
    variables.putAll(environment);
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }

  /**
   * How a run of the launcher ended.
   *
   * @param text on both of its outputs
   */
  record Outcome(int code, String text) {
    List<String> lines() {
      return text.lines().toList();
    }
  }
}
