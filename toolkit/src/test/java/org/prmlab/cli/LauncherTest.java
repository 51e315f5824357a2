package org.prmlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.cli.FakeClone.Outcome;

/** The real launcher in broken environments: each ends with one line of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a script for bash")
class LauncherTest {
  private static final String OLD = "openjdk version \"11.0.2\" 2019-01-15";
  @TempDir private Path folder;
  private FakeClone clone;

  @BeforeEach
  void make() throws Exception {
    clone = FakeClone.in(folder);
  }

  @Test
  void aWholeEnvironmentRuns() throws Exception {
    Outcome outcome = clone.run("run", "--only", "00*");
    assertEquals(0, outcome.code(), outcome.text());
    assertEquals("java ran: run --only 00*", outcome.lines().get(outcome.lines().size() - 1));
  }

  @Test
  void aFreshWorkshopIsMadeAndOpened() throws Exception {
    Outcome outcome = clone.run("lab", "--fresh", "--no-browser");
    assertEquals(0, outcome.code(), outcome.text());
    List<String> last = outcome.lines().subList(outcome.lines().size() - 3, outcome.lines().size());
    String home = clone.home().toString();
    assertEquals(
        List.of(
            "python ran: %1$s/kernel-config/workshop.py %1$s/notebooks %1$s/workshop"
                .formatted(home),
            "workshop/ holds the notebooks without outputs",
            "python ran: -m jupyterlab --notebook-dir %s/workshop ".formatted(home)
                + "--LabApp.default_url=/lab/tree/welcome.md --no-browser"),
        last);
  }

  @Test
  void aWorkshopThatIsThereIsNotWrittenOverUnasked() throws Exception {
    Path page = clone.home().resolve("workshop/00-first-look.ipynb");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "my own");
    Outcome outcome = clone.run("lab", "--fresh");
    assertTrue(outcome.lines().contains("opening workshop/ as it is"), outcome.text());
    assertEquals(0, outcome.text().lines().filter(l -> l.contains("workshop.py")).count());
    assertEquals("my own", Files.readString(page));
  }

  @Test
  void noJava() throws Exception {
    Files.delete(folder.resolve("jdk/bin/java"));
    endsWith("prmlab: no Java found; install a JDK 17 or newer (");
  }

  @Test
  void aJavaHomeWithoutJava() throws Exception {
    endsWith(
        Map.of("JAVA_HOME", "/nowhere"),
        "prmlab: JAVA_HOME is /nowhere, which has no bin/java; install a JDK 17 or newer (");
  }

  /** macOS has such a program where no Java is installed. */
  @Test
  void aStubInPlaceOfJava() throws Exception {
    String java = java("echo 'Unable to locate a Java Runtime.' >&2; exit 1");
    endsWith(
        "prmlab: %s does not run (exit 1: Unable to locate a Java Runtime.); install a JDK"
            .formatted(java));
  }

  @Test
  void aJavaThatIsTooOld() throws Exception {
    String java = java("echo '" + OLD + "' >&2");
    endsWith("prmlab: Java 11.0.2 at %s is too old; install a JDK 17 or newer".formatted(java));
  }

  @Test
  void aJavaThatSaysNoVersion() throws Exception {
    String java = java("echo hello");
    endsWith("prmlab: %s does not say its version (it says: hello); install".formatted(java));
  }

  @Test
  void aRuntimeWithoutTheCompiler() throws Exception {
    Files.delete(folder.resolve("jdk/bin/javac"));
    endsWith("prmlab: %s is a runtime without the compiler; install".formatted(java()));
  }

  @Test
  void aJavaForAnotherProcessor() throws Exception {
    system("Darwin arm64");
    String java = java(FakeClone.JAVA.replace("amd64", "x86_64"));
    endsWith("prmlab: %s is built for Intel, this Mac is arm64; install".formatted(java));
  }

  @Test
  void anIntelMac() throws Exception {
    system("Darwin x86_64");
    endsWith("prmlab: Intel Macs are not supported, PyTorch has no library for them; use an Apple");
  }

  @Test
  void aShellUnderRosetta() throws Exception {
    system("Darwin x86_64");
    clone.write(clone.tools().resolve("sysctl"), "echo 1");
    endsWith("prmlab: this shell runs under Rosetta, where PyTorch has no library; open a native");
  }

  @Test
  void nativeWindows() throws Exception {
    system("MINGW64_NT-10.0-19045 x86_64");
    endsWith("prmlab: native Windows is not supported; install WSL (wsl --install), then clone");
  }

  @Test
  void aColonInThePath() throws Exception {
    Files.move(clone.home(), folder.resolve("a:b"));
    Files.createSymbolicLink(clone.home(), folder.resolve("a:b"));
    endsWith("prmlab: the path of this clone holds a colon, which separates class paths; move it:");
  }

  @Test
  void aCloneThatCannotBeWrittenInto() throws Exception {
    Files.createFile(clone.home().resolve("target")); // root may write everywhere else
    clone.run("run");
    Outcome outcome = clone.run("run");
    assertEquals(1, outcome.code());
    String last = "prmlab: cannot write into %s, where everything is made;".formatted(clone.home());
    assertTrue(outcome.lines().get(1).startsWith(last), outcome.text());
    assertEquals(2, outcome.lines().size(), outcome.text());
  }

  @Test
  void aBuildThatFails() throws Exception {
    clone.write(clone.home().resolve("mvnw"), "echo no network; exit 1");
    last("prmlab: the build failed; the lines above say where.");
  }

  @Test
  void noPython() throws Exception {
    Files.delete(clone.tools().resolve("python3"));
    last("prmlab: no Python 3.9 or newer found; install one (");
  }

  @Test
  void aPythonThatIsTooOld() throws Exception {
    Path python = clone.tools().resolve("python3");
    clone.write(python, "echo 3.6.9; echo old");
    last("prmlab: no Python 3.9 or newer found (found: 3.6.9 at %s); install".formatted(python));
  }

  @Test
  void aPythonWithoutVenv() throws Exception {
    Path python = clone.tools().resolve("python3");
    clone.write(python, "echo 3.11.7; echo bare");
    last("prmlab: %s cannot make virtual environments; install venv".formatted(python));
  }

  @Test
  void aNamedPythonThatDoesNotRun() throws Exception {
    clone.write(clone.tools().resolve("snake"), "echo broken >&2; exit 127");
    Outcome outcome = clone.run(Map.of("PYTHON", "snake"), "run");
    String found = "(found: does not run (broken) at %s)";
    ends(
        outcome,
        "prmlab: no Python 3.9 or newer found " + found.formatted(clone.tools().resolve("snake")));
  }

  @Test
  void anEnvironmentThatCannotBeMade() throws Exception {
    clone.write(
        clone.tools().resolve("python3"),
        FakeClone.PYTHON.replace("mkdir -p \"$3/bin\"", "exit 1"));
    last("prmlab: cannot make %s/.venv; see the lines above".formatted(clone.home()));
  }

  @Test
  void packagesThatCannotBeInstalled() throws Exception {
    clone.write(
        clone.tools().resolve("python3"), FakeClone.PYTHON.replace("echo 'pip ran'", "exit 1"));
    last("prmlab: pip could not install kernel-config/requirements.txt; see the lines above.");
  }

  @Test
  void aKernelspecThatCannotBeInstalled() throws Exception {
    java(FakeClone.JAVA.replace("mkdir -p", "exit 1; mkdir -p"));
    last("prmlab: cannot install the kernelspec into .venv; see the lines above");
  }

  @Test
  void aProgramThatTheSystemKills() throws Exception {
    java(FakeClone.JAVA.replace("echo \"java ran", "kill -9 $$; echo \"java ran"));
    Outcome outcome = clone.run("run");
    assertEquals(137, outcome.code(), outcome.text());
    assertTrue(
        outcome.text().contains("prmlab: the system killed it (signal 9); most often memory"));
  }

  @Test
  void anUnknownOptionOfTest() throws Exception {
    Outcome outcome = clone.run("test", "--fast");
    assertEquals(2, outcome.code());
    assertEquals(
        List.of("prmlab test: unknown option --fast; see prmlab test --help"), outcome.lines());
  }

  @ParameterizedTest(name = "--fuzz {0}")
  @ValueSource(strings = {"many", "12", "5000000", "-200"})
  void aNumberOfDamagedRecordsThatIsNone(String number) throws Exception {
    Outcome outcome = clone.run("test", "--fuzz", number);
    assertEquals(2, outcome.code());
    assertEquals(
        List.of("prmlab test: --fuzz " + number + "; expected how many records, 100 to 999999"),
        outcome.lines());
  }

  private String java() {
    return folder.resolve("jdk/bin/java").toString().replace(folder.toString(), real());
  }

  private String real() {
    return clone.folder().toString();
  }

  private String java(String script) throws Exception {
    clone.jdk("jdk", script);
    return java();
  }

  private void system(String name) throws Exception {
    clone.write(clone.tools().resolve("uname"), "echo '" + name + "'");
  }

  private void endsWith(String line) throws Exception {
    endsWith(Map.of(), line);
  }

  /** Nothing but this line. */
  private void endsWith(Map<String, String> environment, String line) throws Exception {
    one(clone.run(environment, "run"), line);
  }

  private static void one(Outcome outcome, String line) {
    ends(outcome, line);
    assertEquals(1, outcome.lines().size(), outcome.text());
  }

  /** This line after what was said while setting up. */
  private void last(String line) throws Exception {
    ends(clone.run("run"), line);
  }

  private static void ends(Outcome outcome, String line) {
    assertEquals(1, outcome.code(), outcome.text());
    String last = outcome.lines().get(outcome.lines().size() - 1);
    assertTrue(last.startsWith(line), outcome.text());
  }
}
