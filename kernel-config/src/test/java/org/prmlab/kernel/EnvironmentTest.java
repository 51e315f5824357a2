package org.prmlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
  private static Environment with(String name, String value) {
    return new Environment(Map.of(name, value));
  }

  @Test
  void theVariablesOfAllThreeKernelsAreRead() {
    Environment all =
        new Environment(
            Map.of("JJAVA_CLASSPATH", "c", "IJAVA_CLASSPATH", "b", "PRMLAB_CLASSPATH", "a"));
    assertEquals(List.of("a", "b", "c"), all.values("CLASSPATH"));
  }

  @Test
  void compilerOptionsAreSplitAsOnACommandLine() {
    assertEquals(
        List.of("-Xlint:all", "-Akey=a b"),
        with("IJAVA_COMPILER_OPTS", "-Xlint:all \"-Akey=a b\"").compilerOptions());
  }

  @ParameterizedTest(name = "{0} -> {1} ms")
  @CsvSource({"250, 250", "30 SECONDS, 30000", "2seconds, 2000", "5 milliseconds, 5"})
  void aTimeoutIsANumberWithAnOptionalUnit(String text, long millis) {
    assertEquals(Optional.of(Duration.ofMillis(millis)), with("IJAVA_TIMEOUT", text).timeout());
  }

  @ParameterizedTest(name = "\"{0}\"")
  @CsvSource({"0", "-1", "-1 SECONDS", "''"})
  void aTimeoutBelowOneIsNone(String text) {
    assertEquals(Optional.empty(), with("JJAVA_TIMEOUT", text).timeout());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"soon", "3 fortnights", "1.5 SECONDS"})
  void anyOtherTimeoutIsExplained(String text) {
    Environment environment = with("PRMLAB_TIMEOUT", text);
    var error = assertThrows(IllegalArgumentException.class, environment::timeout);
    assertEquals(
        "timeout " + text + " is not understood; write a whole number and a unit, as in 30 SECONDS",
        error.getMessage());
  }

  @ParameterizedTest(name = "JJAVA_LOAD_EXTENSIONS={0}: {1}")
  @CsvSource({"1, true", "yes, true", "0, false", "false, false", "'', false"})
  void extensionsAreSwitchedOffByTheirVariable(String value, boolean loads) {
    assertEquals(loads, with("JJAVA_LOAD_EXTENSIONS", value).loadsExtensions());
  }
}
