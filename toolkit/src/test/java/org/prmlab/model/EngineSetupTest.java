package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.model.engine.EngineReport;
import org.prmlab.model.engine.EngineSetup;
import org.prmlab.model.engine.EngineThreads;

/** A program that has the toolkit as a library is as safe as the launcher. */
class EngineSetupTest {
  private static final String OPTIMIZER = "ai.djl.pytorch.graph_optimizer";

  private final String before = String.valueOf(System.getProperty(OPTIMIZER));

  @AfterEach
  void restore() {
    System.setProperty(OPTIMIZER, before.equals("null") ? "false" : before);
  }

  @Test
  void theEngineIsSetUpWithoutAnyOption() {
    System.clearProperty(OPTIMIZER);
    EngineReport.load();
    assertEquals("false", System.getProperty(OPTIMIZER));
    assertEquals("true", System.getProperty("OPT_OUT_TRACKING"));
  }

  @Test
  void whatTheUserHasSetStays() {
    System.setProperty(OPTIMIZER, "true");
    EngineSetup.prepare();
    assertEquals("true", System.getProperty(OPTIMIZER));
  }

  @Test
  void oneCallOfANarrowModelUsesOneThread(@TempDir Path folder) throws IOException {
    ComputeSettings cpu = ComputeSettings.withDefaults().withDevice("cpu");
    Checkpoint narrow = Checkpoint.read(Fixture.named("eurus").folder());
    assertEquals(OptionalInt.of(1), narrow.threads(cpu));
    assertEquals(OptionalInt.of(3), narrow.threads(cpu.withThreads(3)));
    Path config = folder.resolve("config.json");
    String text = Files.readString(Fixture.named("eurus").folder().resolve("config.json"));
    Files.writeString(
        config, text.replaceFirst("\"intermediate_size\": *\\d+", "\"intermediate_size\": 8960"));
    assertEquals(OptionalInt.empty(), ConfigReader.read(config).threads(cpu));
  }

  @ParameterizedTest
  @CsvSource({"'3', 3", "'2,1', 2", "' 4 ', 4", "'', 0", "many, 0", "0, 0", "-1, 0"})
  void openMpsVariableCounts(String variable, int threads) {
    int cores = Runtime.getRuntime().availableProcessors();
    assertEquals(threads == 0 ? cores : threads, EngineThreads.all(variable));
  }

  @Test
  void aLimitOfOneModelIsNotThatOfAnother() {
    ComputeSettings cpu = ComputeSettings.withDefaults().withDevice("cpu");
    Checkpoint checkpoint = Checkpoint.read(Fixture.named("eurus").folder());
    int all = EngineThreads.all();
    try (Decoder one = Decoder.load(checkpoint, Head.ofVocabulary(), cpu.withThreads(1));
        Decoder many = Decoder.load(checkpoint, Head.ofVocabulary(), cpu)) {
      assertEquals(1, one.lanes());
      assertEquals(all, many.lanes());
    }
    assertEquals(7, EngineThreads.within(OptionalInt.of(1), () -> 7));
    assertEquals(all, EngineThreads.all());
    var error = assertThrows(IllegalArgumentException.class, () -> cpu.withThreads(0));
    assertEquals("0 threads; at least 1 needed to compute with", error.getMessage());
  }
}
