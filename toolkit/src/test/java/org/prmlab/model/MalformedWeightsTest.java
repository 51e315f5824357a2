package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.weights.WeightFiles;

/** Weights that cannot be used end in one error that says what to do. */
class MalformedWeightsTest {
  @TempDir private Path folder;
  private BrokenCheckpoint broken = BrokenCheckpoint.NOWHERE;
  private Path weights = Path.of("");

  @BeforeEach
  void copyFixture() throws IOException {
    broken = BrokenCheckpoint.in(folder);
    weights = folder.resolve(WeightFiles.SINGLE);
  }

  /** Headers: length field, JSON text, bytes after it. */
  static Stream<Arguments> headers() {
    String good = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    return Stream.of(
        Arguments.of(-1, "", 0, "header of 18446744073709551615 bytes, expected 2 to 100000000"),
        Arguments.of(200_000_000, "", 0, "header of 200000000 bytes, expected 2 to 100000000"),
        Arguments.of(0, "", 0, "header of 0 bytes, expected 2 to"),
        Arguments.of(5000, "{}", 8, "header of 5000 bytes in a file of 18; the file is truncated"),
        Arguments.of(2, "[]", 0, "header is not a JSON object"),
        Arguments.of(2, "{\"", 0, "header is not valid JSON"),
        Arguments.of(2, "\u00ff\u00fe", 0, "header is not valid JSON"),
        header(
            good.replace("F32", "F33"), 8, "tensor 'a' has dtype 'F33'; expected F32, F16, BF16"),
        header(good.replace("[2]", "[-2]"), 8, "tensor 'a' has shape [-2]; expected whole numbers"),
        header(good.replace("[2]", "[2.5]"), 8, "tensor 'a' has shape [2.5]; expected whole"),
        header(good.replace("[2]", "2"), 8, "tensor 'a' has no list named shape"),
        header(good.replace("[2]", "[3]"), 8, "tensor 'a' of shape [3] and dtype F32 has 8 bytes"),
        header(
            good.replace("[2]", "[4294967296,4294967296,4]"),
            8,
            "tensor 'a' of shape [4294967296,4294967296,4] and dtype F32 has 8 bytes"),
        header(good.replace("[0,8]", "[8,0]"), 8, "data_offsets [8,0], outside the file's 8"),
        header(good.replace("[0,8]", "[0,16]"), 8, "data_offsets [0,16], outside the file's 8"),
        header(good.replace("[0,8]", "[0]"), 8, "data_offsets [0], outside the file's 8"),
        header(good.replace("[0,8]", "[8,16]"), 16, "starts at data byte 8, expected 0"),
        header(good, 9, "1 bytes follow the last tensor; expected none"),
        header(
            good.replace("}}", "},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}"),
            8,
            "tensor 'b' starts at data byte 4, expected 8 (the end of 'a'): they overlap"),
        header(
            good.replace("}}", "},\"a\":1}"), 8, "header is not valid JSON (Duplicate field 'a'"),
        header("{}", 0, "lacks 30 tensors, among them model.embed_tokens.weight"));
  }

  private static Arguments header(String json, int data, String expected) {
    return Arguments.of(json.length(), json, data, expected);
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("headers")
  void aSafetensorsHeaderThatDoesNotFitIsRefused(int length, String json, int data, String expected)
      throws IOException {
    byte[] text = json.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer file = ByteBuffer.allocate(8 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(weights, file.putLong(length).put(text).array());
    broken.fails(expected);
  }

  @Test
  void aFileOfAFewBytesIsRefused() throws IOException {
    Files.write(weights, new byte[5]);
    broken.fails("5 bytes, too short for a safetensors file");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    byte[] all = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(all, all.length - 10));
    broken.fails("outside the file's");
  }

  @Test
  void numbersThatAreNoneAreRefused() throws IOException {
    byte[] all = Files.readAllBytes(weights);
    ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putFloat(all.length - 8, Float.NaN);
    Files.write(weights, all);
    broken.fails("has NaN or infinite numbers as F32; download it again");
  }

  @Test
  void wholeNumbersAreNoWeights() throws IOException {
    replaceInHeader("\"dtype\":\"F32\",\"shape\":[320,32]", "\"dtype\":\"I32\",\"shape\":[320,32]");
    broken.fails("'model.embed_tokens.weight' is I32; expected F32, F16 or BF16 (not quantised)");
  }

  @Test
  void aTensorOfAnotherNameIsMissing() throws IOException {
    replaceInHeader("model.norm.weight", "model.narm.weight");
    broken.fails(
        "lacks 1 tensors, among them model.norm.weight; wrong PRM family, or files of another");
  }

  private void replaceInHeader(String from, String to) throws IOException {
    String all = Files.readString(weights, StandardCharsets.ISO_8859_1);
    assertTrue(all.contains(from) && from.length() == to.length(), from);
    Files.writeString(weights, all.replace(from, to), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aHeadThatIsMissingIsNeverMadeUp() {
    Head other = Head.of(new Layer("v_head.summary", 1, Bias.PRESENT));
    broken.fails("lacks 2 tensors, among them v_head.summary.weight, v_head.summary.bias", other);
  }

  @Test
  void aHeadOfAnotherShapeIsRefused() {
    Head other =
        Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 1, Bias.PRESENT));
    broken.fails(
        "tensor 'score.2.weight' has shape [2, 32], expected [1, 32] by config.json", other);
  }

  @Test
  void aHeadThatIsNotReadIsUnexpected() {
    broken.fails("lacks 1 tensors, among them lm_head.weight", Head.ofVocabulary());
  }

  @Test
  void aLabelTokenOutsideTheVocabularyIsRefused() throws IOException {
    Path llama = Fixture.named("llama").folder();
    for (String name : List.of("config.json", "model.safetensors")) {
      Files.copy(
          llama.resolve(name),
          folder.resolve(name),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    broken.fails("token id 648 is outside the vocabulary of 320", Head.ofTokens(648, 387));
  }
}
