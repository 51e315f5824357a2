package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.model.folder.CheckpointException;

/** A configuration that cannot be used ends in one error that says what to do. */
class MalformedConfigTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private BrokenCheckpoint broken = BrokenCheckpoint.NOWHERE;

  @BeforeEach
  void copyFixture() throws IOException {
    broken = BrokenCheckpoint.in(folder);
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "model_type | \"gemma3\" | model_type 'gemma3'; supported are qwen2, qwen3, llama and"
            + " mistral",
        "model_type | null | supported are qwen2, qwen3, llama and mistral",
        "model_type | \"qwen3\" | lacks 4 tensors, among them"
            + " model.layers.0.self_attn.q_norm.weight",
        "model_type | \"llama\" | has unexpected 6 tensors, among them"
            + " model.layers.0.self_attn.k_proj.bias",
        "hidden_size | -1 | hidden_size is -1; expected a whole number from 1 to 131072",
        "hidden_size | 1e9 | hidden_size is 1.0E9; expected a whole number",
        "hidden_size | \"32\" | hidden_size is \"32\"; expected a whole number",
        "num_hidden_layers | 99999999999 | num_hidden_layers is 99999999999; expected a whole"
            + " number",
        "num_hidden_layers | 7 | lacks 60 tensors, among them"
            + " model.layers.2.input_layernorm.weight",
        "num_hidden_layers | 1 | has unexpected 12 tensors, among them model.layers.1.",
        "num_attention_heads | 3 | num_attention_heads 3 is no multiple of num_key_value_heads 2",
        "num_key_value_heads | 8 | num_key_value_heads is 8; expected a whole number from 1 to 4",
        "num_key_value_heads | 1 | k_proj.weight' has shape [32, 32], expected [16, 32] by"
            + " config.json",
        "head_dim | 15 | head dimension 15 is odd; rotary embeddings turn pairs",
        "head_dim | 8 | q_proj.weight' has shape [64, 32], expected [32, 32] by config.json",
        "intermediate_size | 49 | gate_proj.weight' has shape [48, 32], expected [49, 32]",
        "vocab_size | 4000000 | embed_tokens.weight' has shape [320, 32], expected [4000000, 32]",
        "vocab_size | 0 | vocab_size is 0; expected a whole number",
        "rms_norm_eps | 0 | rms_norm_eps is 0; expected a number above 0",
        "rms_norm_eps | \"NaN\" | rms_norm_eps is \"NaN\"; expected a number above 0",
        "hidden_act | \"gelu\" | hidden_act 'gelu'; supported is silu",
        "attention_bias | true | attention_bias is true; supported for qwen2 is false",
        "mlp_bias | true | mlp_bias is true; supported for qwen2 is false",
        "layer_types | [\"full_attention\"] | 1 layer_types for 2 layers; expected one each",
        "layer_types | [\"full_attention\", \"linear_attention\"] | layer type 'linear_attention';"
            + " supported",
        "layer_types | [\"full_attention\", \"sliding_attention\"] | use_sliding_window is not"
            + " true; set it",
        "quantization_config | {\"quant_method\": \"awq\"} | its weights are quantised (awq); use a"
            + " checkpoint in fp32, fp16 or bf16",
        "rope_parameters | {\"rope_type\": \"longrope\"} | rope type 'longrope'; supported are"
            + " default, linear",
        "rope_parameters | {\"rope_type\": \"yarn\"} | factor is missing; expected a number above"
            + " 0",
        "rope_parameters | {\"rope_type\": \"dynamic\", \"factor\": 0.5} | factor is 0.5; dynamic"
            + " rope expects",
        "rope_parameters | {\"rope_type\": \"yarn\", \"factor\": 2, \"beta_fast\": 1,"
            + " \"beta_slow\": 60} | yarn leaves no pair between beta_fast and beta_slow",
        "rope_parameters | {\"full_attention\": {}} | rope_parameters differ by layer"
            + " ('full_attention')",
        "rope_parameters | {\"partial_rotary_factor\": 0.5} | partial_rotary_factor is 0.5;"
            + " supported is 1",
        "rope_scaling | {\"type\": \"yarn\", \"factor\": 4} | rope_parameters and rope_scaling are"
            + " both set",
        "rope_parameters | {\"rope_theta\": -5} | rope_theta is -5; expected a number above 0",
        "rope_parameters | {\"rope_type\": \"linear\"} | factor is missing; expected a number above"
            + " 0",
        "rope_parameters | {\"rope_type\": \"llama3\", \"low_freq_factor\": 4,"
            + " \"high_freq_factor\": 4} | low_freq_factor 4.0 is not below high_freq_factor 4.0",
        "max_position_embeddings | -3 | max_position_embeddings is -3; expected a whole number",
      })
  void aConfigThatMakesNoSenseIsRefused(String field, String value, String expected)
      throws IOException {
    Path config = folder.resolve("config.json");
    ObjectNode json = (ObjectNode) JSON.readTree(config.toFile());
    json.set(field, JSON.readTree(value));
    if (field.equals("num_hidden_layers")) {
      json.remove("layer_types"); // one each; the weights are to be compared
    }
    JSON.writeValue(config.toFile(), json);
    broken.fails(expected);
  }

  @Test
  void aConfigThatIsNoJsonIsRefused() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": ");
    broken.fails("config.json: not valid JSON");
  }

  @Test
  void aConfigThatIsAListIsRefused() throws IOException {
    Files.writeString(folder.resolve("config.json"), "[]");
    broken.fails("config.json: not a JSON object");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    var error =
        assertThrows(CheckpointException.class, () -> Checkpoint.read(folder.resolve("none")));
    assertTrue(
        String.valueOf(error.getMessage()).endsWith("no such folder; fetch the model first"));
  }
}
