package org.prmlab.kernel.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockSpecTest {
  @TempDir private Path folder = Path.of("");

  private StockSpec spec(String argv) throws IOException {
    Files.writeString(folder.resolve("kernel.json"), "{\"argv\": " + argv.replace('\'', '"') + "}");
    return StockSpec.read(folder);
  }

  @ParameterizedTest(name = "{0} starts {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "['java', '-jar', '/opt/x/ijava-1.3.0.jar', '{connection_file}'] | IJAVA",
        "['/usr/bin/env', 'java', '-jar', 'ijava.jar', '{connection_file}'] | IJAVA",
        "['C:\\\\jdk\\\\bin\\\\java.exe', '-cp', 'a.jar', 'io.github.spencerpark.ijava.IJava'] |"
            + " IJAVA",
        "['java', '-jar', '{resource_dir}/jjava-launcher.jar', '{resource_dir}/jjava.jar'] | JJAVA",
        "['/opt/ijava/bin/python', '-m', 'ipykernel_launcher', '-f', '{connection_file}'] |",
        "['python', '/opt/ijava/run.py', 'ijava.jar'] |",
        "['java', '-jar', '/home/ijava/other-kernel.jar', '{connection_file}'] |"
      })
  void aKernelIsKnownByWhatItsCommandStarts(String argv, KernelKind kind) throws IOException {
    StockSpec spec = spec(argv);
    for (KernelKind asked : new KernelKind[] {KernelKind.IJAVA, KernelKind.JJAVA}) {
      assertEquals(Optional.ofNullable(kind).equals(Optional.of(asked)), spec.starts(asked), argv);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "['java', '-jar', '@KERNEL_INSTALL_DIRECTORY@/ijava.jar', '{connection_file}'] | is a"
            + " placeholder",
        "['java', '-jar', '/no/such/ijava.jar', '{connection_file}'] | /no/such/ijava.jar is not"
            + " there",
        "['java', '-jar', 'ijava.jar'] | does not take {connection_file}"
      })
  void aKernelspecThatCannotStartIsRefused(String argv, String why) throws IOException {
    StockSpec spec = spec(argv);
    IOException error = assertThrows(IOException.class, spec::requireFinished);
    assertMessage(error, why);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{ \"argv\": [\"java\", | it is not JSON",
        "[] | it has no \"argv\"",
        "{} | it has no \"argv\"",
        "{\"argv\": []} | it has no \"argv\"",
        "{\"argv\": [1, null]} | it has no \"argv\"",
        "{\"argv\": \"java\"} | it has no \"argv\""
      })
  void aFileThatIsNoKernelspecIsRefused(String text, String why) throws IOException {
    Files.writeString(folder.resolve("kernel.json"), text);
    assertMessage(assertThrows(IOException.class, () -> StockSpec.read(folder)), why);
  }

  @Test
  void theFoldersOwnFilesArePutIn() throws IOException {
    assertEquals(
        folder + "/ijava.jar", spec("['java', '{resource_dir}/ijava.jar']").command().get(1));
  }

  private void assertMessage(IOException error, String why) {
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith(folder.resolve("kernel.json") + ": not a finished"), message);
    assertTrue(message.contains(why), message);
    assertEquals(1, message.lines().count());
  }
}
