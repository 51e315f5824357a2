package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.model.Precision;
import org.prmlab.prm.PrmSettings.TooLong;

class ResumeFingerprintTest {
  private static final PrmSettings DEFAULTS =
      PrmSettings.withDefaults().withCompute(ComputeSettings.withDefaults().withDevice("cpu"));

  private static String print(Path folder, PrmSettings settings) {
    return PrmCheckpoint.read(folder, settings).fingerprint();
  }

  private static UnaryOperator<PrmSettings> change(UnaryOperator<PrmSettings> change) {
    return change;
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        Arguments.of("family named", change(s -> s.withFamily("qwen2-prm"))),
        Arguments.of("too long", change(s -> s.withTooLong(TooLong.TRUNCATE))),
        Arguments.of("format", change(s -> s.withCompute(s.compute().withPrecision(FLOAT32)))));
  }

  static Stream<Arguments> telling() {
    return Stream.of(
        Arguments.of("batch", change(s -> s.withTokensPerBatch(64))),
        Arguments.of("family", change(s -> s.withFamily("skywork"))),
        Arguments.of("reference", change(s -> s.withReference(Fixture.named("eurus").folder()))),
        Arguments.of("format", change(s -> s.withCompute(s.compute().withPrecision(FLOAT16)))));
  }

  private static final Precision FLOAT32 = Precision.FLOAT32;
  private static final Precision FLOAT16 = Precision.FLOAT16;

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void whatChangesNoScoreDoesNotHinderAResume(String name, UnaryOperator<PrmSettings> change) {
    Path folder = Fixture.named("qwen2-prm").folder();
    assertEquals(print(folder, DEFAULTS), print(folder, change.apply(DEFAULTS)), name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("telling")
  void whatMayChangeAScoreRefusesToMix(String name, UnaryOperator<PrmSettings> change) {
    Path folder = Fixture.named("qwen2-prm").folder();
    assertNotEquals(print(folder, DEFAULTS), print(folder, change.apply(DEFAULTS)), name);
  }

  @Test
  void aChangedFileOfTheModelRefusesToMix(@TempDir Path home) throws IOException {
    Path copy = Files.createDirectory(home.resolve("qwen2-prm"));
    try (Stream<Path> files = Files.list(Fixture.named("qwen2-prm").folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    String before = print(copy, DEFAULTS);
    assertEquals(print(Fixture.named("qwen2-prm").folder(), DEFAULTS), before);
    Files.writeString(copy.resolve("chat_template.jinja"), "{{ messages }}");
    assertNotEquals(before, print(copy, DEFAULTS), "another chat template");
  }
}
