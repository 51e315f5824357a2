package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;

/** Every way a folder can be wrong ends in one error that says what to do. */
class MalformedCheckpointTest {
  private static final Head HEAD =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path weights = Path.of("");

  @BeforeEach
  void copyFixture() throws IOException {
    Path source = Fixture.named("qwen2-prm").folder();
    for (String name : List.of("config.json", "model.safetensors")) {
      Files.copy(source.resolve(name), folder.resolve(name));
    }
    weights = folder.resolve("model.safetensors");
  }

  private void fails(String expected) {
    fails(expected, HEAD);
  }

  private void fails(String expected, Head head) {
    var error =
        assertThrows(
            CheckpointException.class,
            () ->
                Decoder.load(
                        Checkpoint.read(folder),
                        head,
                        ComputeSettings.withDefaults().withDevice("cpu"))
                    .close());
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(expected), message);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "model_type | \"gpt2\" | model_type 'gpt2'; supported are qwen2, llama and mistral",
        "model_type | null | supported are qwen2, llama and mistral",
        "hidden_size | -1 | hidden_size is -1; expected a whole number from 1 to 131072",
        "hidden_size | 1e9 | hidden_size is 1.0E9; expected a whole number",
        "hidden_size | \"32\" | hidden_size is \"32\"; expected a whole number",
        "num_hidden_layers | 99999999999 | num_hidden_layers is 99999999999; expected a whole number",
        "num_hidden_layers | 7 | lacks 60 tensors, among them model.layers.2.input_layernorm.weight",
        "num_hidden_layers | 1 | has unexpected 12 tensors, among them model.layers.1.",
        "num_attention_heads | 3 | num_attention_heads 3 is no multiple of num_key_value_heads 2",
        "num_key_value_heads | 8 | num_key_value_heads is 8; expected a whole number from 1 to 4",
        "num_key_value_heads | 1 | k_proj.weight' has shape [32, 32], expected [16, 32] by config.json",
        "head_dim | 15 | head dimension 15 is odd; rotary embeddings turn pairs",
        "head_dim | 8 | q_proj.weight' has shape [64, 32], expected [32, 32] by config.json",
        "intermediate_size | 49 | gate_proj.weight' has shape [48, 32], expected [49, 32]",
        "vocab_size | 4000000 | embed_tokens.weight' has shape [320, 32], expected [4000000, 32]",
        "vocab_size | 0 | vocab_size is 0; expected a whole number",
        "rms_norm_eps | 0 | rms_norm_eps is 0; expected a number above 0",
        "rms_norm_eps | \"NaN\" | rms_norm_eps is \"NaN\"; expected a number above 0",
        "hidden_act | \"gelu\" | hidden_act 'gelu'; supported is silu",
        "attention_bias | true | attention_bias is true; supported is false",
        "use_sliding_window | true | use_sliding_window is true; supported for qwen2 is false",
        "quantization_config | {} | quantization_config is set; use a checkpoint in fp32, fp16 or bf16",
        "rope_parameters | {\"rope_type\": \"yarn\"} | rope type 'yarn'; supported are default, linear",
        "rope_parameters | {\"rope_theta\": -5} | rope_theta is -5; expected a number above 0",
        "rope_parameters | {\"rope_type\": \"linear\"} | factor is missing; expected a number above 0",
        "rope_parameters | {\"rope_type\": \"llama3\", \"low_freq_factor\": 4, \"high_freq_factor\": 4}"
            + " | low_freq_factor 4.0 is not below high_freq_factor 4.0",
        "max_position_embeddings | -3 | max_position_embeddings is -3; expected a whole number",
      })
  void aConfigThatMakesNoSenseIsRefused(String field, String value, String expected)
      throws IOException {
    Path config = folder.resolve("config.json");
    ObjectNode json = (ObjectNode) JSON.readTree(config.toFile());
    json.set(field, JSON.readTree(value));
    JSON.writeValue(config.toFile(), json);
    fails(expected);
  }

  @Test
  void aConfigThatIsNoJsonIsRefused() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": ");
    fails("config.json: not valid JSON");
  }

  @Test
  void aConfigThatIsAListIsRefused() throws IOException {
    Files.writeString(folder.resolve("config.json"), "[]");
    fails("config.json: not a JSON object");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    var error =
        assertThrows(CheckpointException.class, () -> Checkpoint.read(folder.resolve("none")));
    assertTrue(
        String.valueOf(error.getMessage()).endsWith("no such folder; fetch the model first"));
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
    fails(expected);
  }

  @Test
  void aFileOfAFewBytesIsRefused() throws IOException {
    Files.write(weights, new byte[5]);
    fails("5 bytes, too short for a safetensors file");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    byte[] all = Files.readAllBytes(weights);
    Files.write(weights, Arrays.copyOf(all, all.length - 10));
    fails("outside the file's");
  }

  @Test
  void numbersThatAreNoneAreRefused() throws IOException {
    byte[] all = Files.readAllBytes(weights);
    ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putFloat(all.length - 8, Float.NaN);
    Files.write(weights, all);
    fails("has NaN or infinite numbers as F32; download it again");
  }

  @Test
  void wholeNumbersAreNoWeights() throws IOException {
    replaceInHeader("\"dtype\":\"F32\",\"shape\":[320,32]", "\"dtype\":\"I32\",\"shape\":[320,32]");
    fails("'model.embed_tokens.weight' is I32; expected F32, F16 or BF16 (not quantised)");
  }

  @Test
  void aTensorOfAnotherNameIsMissing() throws IOException {
    replaceInHeader("model.norm.weight", "model.narm.weight");
    fails("lacks 1 tensors, among them model.norm.weight; wrong PRM family, or files of another");
  }

  private void replaceInHeader(String from, String to) throws IOException {
    String all = Files.readString(weights, StandardCharsets.ISO_8859_1);
    assertTrue(all.contains(from) && from.length() == to.length(), from);
    Files.writeString(weights, all.replace(from, to), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aHeadThatIsMissingIsNeverMadeUp() {
    Head other = Head.of(new Layer("v_head.summary", 1, Bias.PRESENT));
    fails("lacks 2 tensors, among them v_head.summary.weight, v_head.summary.bias", other);
  }

  @Test
  void aHeadOfAnotherShapeIsRefused() {
    Head other =
        Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 1, Bias.PRESENT));
    fails("tensor 'score.2.weight' has shape [2, 32], expected [1, 32] by config.json", other);
  }

  @Test
  void aHeadThatIsNotReadIsUnexpected() {
    fails("lacks 1 tensors, among them lm_head.weight", Head.ofVocabulary());
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
    fails("token id 648 is outside the vocabulary of 320", Head.ofTokens(648, 387));
  }

  @Test
  void aFolderOfPicklesIsRefused() throws IOException {
    Files.move(weights, folder.resolve("pytorch_model.bin"));
    fails("pytorch_model.bin is a pickle and is not opened: convert it to safetensors");
  }

  @Test
  void aFolderWithoutWeightsIsRefused() throws IOException {
    Files.delete(weights);
    fails("no model.safetensors and no model.safetensors.index.json; is this a checkpoint folder?");
  }

  @Test
  void aLinkOutOfTheFolderIsRefused(@TempDir Path elsewhere) throws IOException {
    Path outside = elsewhere.resolve("other.safetensors");
    Files.move(weights, outside);
    Files.createSymbolicLink(weights, outside);
    fails("outside the folder; copy the file into it");
  }

  @Test
  void weightsThatAreAFolderAreRefused() throws IOException {
    Files.delete(weights);
    Files.createDirectory(weights);
    fails("model.safetensors: not a regular file");
  }

  private void index(String map) throws IOException {
    Files.move(weights, folder.resolve("a.safetensors"));
    Files.writeString(folder.resolve(WeightFiles.INDEX), map);
  }

  @Test
  void anIndexWithoutMapIsRefused() throws IOException {
    index("{\"metadata\": {}}");
    fails("model.safetensors.index.json: no weight_map");
  }

  @Test
  void anIndexThatLeadsOutOfTheFolderIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"../a.safetensors\"}}");
    fails("file name '../a.safetensors' in model.safetensors.index.json leads out of the folder");
  }

  @Test
  void anIndexOfAFileThatIsNotThereIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"b.safetensors\"}}");
    assertThrows(UncheckedIOException.class, () -> Checkpoint.read(folder));
  }

  @Test
  void anIndexThatNamesAnAbsentTensorIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.other.weight\": \"a.safetensors\"}}");
    fails("tensor 'model.other.weight' is not in a.safetensors; download that file again");
  }

  @Test
  void aTensorThatTheIndexDoesNotNameIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"a.safetensors\"}}");
    fails("is not in model.safetensors.index.json; they do not fit");
  }

  @Test
  void aTensorInTwoFilesIsRefused() throws IOException {
    index("{\"weight_map\": {\"model.norm.weight\": \"a.safetensors\", \"x\": \"b.safetensors\"}}");
    Files.copy(folder.resolve("a.safetensors"), folder.resolve("b.safetensors"));
    fails("is in a.safetensors too");
  }
}
