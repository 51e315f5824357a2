package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher, with a Java or a Python in its way that will not do. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "prmlab").toAbsolutePath().normalize();
  @TempDir private Path bin;

  @Test
  void saysHowToGetAJdk() throws Exception {
    Outcome outcome = doctor(Map.of("JAVA_HOME", "/nowhere"));
    assertEquals(1, outcome.code());
    assertTrue(outcome.text().contains("no Java found. Install a JDK, 17 or newer"));
  }

  @Test
  void namesAJavaThatIsTooOld() throws Exception {
    program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Outcome outcome = doctor(Map.of("JAVA_HOME", ""));
    assertEquals(1, outcome.code());
    assertTrue(outcome.text().contains("Java 11.0.2 at " + bin.resolve("java") + " is too old"));
  }

  @Test
  void tellsAJreFromAJdk() throws Exception {
    program(
        "java",
        "[ \"$1\" = --list-modules ] && echo java.base@21 ||"
            + " echo 'openjdk version \"21\" 2023-09-19' >&2");
    Outcome outcome = doctor(Map.of("JAVA_HOME", ""));
    assertEquals(1, outcome.code());
    assertTrue(outcome.text().contains("a runtime without the compiler; a full JDK is needed"));
  }

  @Test
  void namesAPythonThatIsTooOld() throws Exception {
    String old = "[ \"$1\" = --version ] && echo 'Python 3.6.9' || exit 1";
    program("python3", old);
    program("python", old);
    Outcome outcome = doctor(Map.of());
    assertEquals(1, outcome.code());
    assertTrue(outcome.text().contains("no Python 3.9 or newer found (found Python 3.6.9)"));
  }

  @Test
  void saysHowToGetVenv() throws Exception {
    program("python3", "case \"$2\" in *ensurepip*) exit 1 ;; esac");
    Outcome outcome = doctor(Map.of());
    assertEquals(1, outcome.code());
    assertTrue(outcome.text().contains("cannot make virtual environments. Install venv"));
  }

  @Test
  void rejectsAnUnknownOptionOfTest() throws Exception {
    Outcome outcome = run(Map.of(), "test", "--fast");
    assertEquals(2, outcome.code());
    assertTrue(outcome.text().contains("unknown option --fast"));
  }

  @Test
  void installsAKernelWithTheToolkitOnItsClassPath() throws Exception {
    program(
        "java",
        "case \"$1\" in -version) echo 'openjdk version \"17.0.1\"' >&2 ;;"
            + " --list-modules) echo jdk.jshell@17 ;; *) echo \"$@\" ;; esac");
    Path clone = Files.createDirectory(bin.resolve("clone")).toRealPath();
    for (String source :
        List.of(
            "toolkit/src/main", "toolkit/spark/src/main", "kernel-config/src/main", "datasets")) {
      Files.createDirectories(clone.resolve(source));
    }
    for (String file : List.of("pom.xml", "toolkit/pom.xml", "kernel-config/pom.xml")) {
      Files.createFile(clone.resolve(file));
    }
    Path target = Files.createDirectories(clone.resolve("toolkit/target"));
    Files.createFile(target.resolve("prmlab-toolkit-0.1.0.jar"));
    Files.createFile(Files.createDirectory(clone.resolve("target")).resolve("built"));
    Path launcher = Files.copy(LAUNCHER, clone.resolve("prmlab"));
    Outcome outcome =
        launch(
            launcher, Map.of("JAVA_HOME", ""), "kernel", "install", "--kernel", "jjava", "--user");
    assertEquals(
        "-jar %s/kernel-config/target/prmlab-kernel.jar install --classpath %s/prmlab-toolkit-0.1.0.jar:%s/lib/* --kernel jjava --user"
            .formatted(clone, target, target),
        outcome.text().strip());
  }

  private void program(String name, String script) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome doctor(Map<String, String> environment) throws Exception {
    return run(environment, "doctor");
  }

  private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    return launch(LAUNCHER, environment, arguments);
  }

  private Outcome launch(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeAll(Set.of("PYTHON"));
    builder.environment().merge("PATH", "", (path, none) -> bin + ":" + path);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }

  private record Outcome(int code, String text) {}
}
