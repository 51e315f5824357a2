package org.prmlab.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class SparkConnectorTest {
  @Test
  void aJavaThatSparkDoesNotRunOnIsNamed() {
    assertDoesNotThrow(() -> SparkConnector.checkJava(17));
    assertDoesNotThrow(() -> SparkConnector.checkJava(22));
    var error = assertThrows(IllegalStateException.class, () -> SparkConnector.checkJava(25));
    assertEquals(
        "Spark 4.1 runs on Java 17 to 22, this is Java 25; set JAVA_HOME to a JDK 17 or 21",
        error.getMessage());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_23, disabledReason = "Spark runs here")
  void nothingIsBegunThere() {
    var connector = new SparkConnector();
    assertThrows(
        IllegalStateException.class, () -> connector.connect(Optional.of("local[1]"), Map.of()));
  }
}
