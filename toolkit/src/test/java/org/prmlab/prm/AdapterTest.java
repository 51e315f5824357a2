package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Fixture;
import org.prmlab.model.folder.CheckpointException;

/** Adapters of peft 0.21, scored by it with transformers 5.18: make_adapters.py, unmerged. */
class AdapterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static PrmSettings settings() {
    return PrmSettings.withDefaults().withCompute(ComputeSettings.withDefaults().withDevice("cpu"));
  }

  private static Solution solution(Fixture adapter) {
    List<String> steps = new ArrayList<>();
    adapter.reference().path("steps").forEach(step -> steps.add(step.asText()));
    Problem problem = Problem.of("p", adapter.reference().path("problem").asText());
    return Solution.of("s", problem, steps);
  }

  private static double[] expected(Fixture adapter) {
    JsonNode scores = adapter.reference().path("scores");
    return IntStream.range(0, scores.size()).mapToDouble(i -> scores.path(i).asDouble()).toArray();
  }

  private static double[] scores(Path adapter, PrmSettings settings, Solution solution) {
    try (var prm = ProcessRewardModel.load(adapter, settings)) {
      return prm.score(List.of(solution)).get(0).values().toArray();
    }
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "adapter-plain, token-classification",
    "adapter-head, token-classification",
    "adapter-dora, token-classification",
    "adapter-some-layers, math-shepherd",
    "adapter-embedding, math-shepherd"
  })
  void anAdapterScoresAsPeftScoresIt(String name, String family) {
    Fixture adapter = Fixture.named(name);
    PrmSettings settings =
        family.equals("math-shepherd") ? settings().withFamily(family) : settings();
    double[] scores = scores(adapter.folder(), settings, solution(adapter));
    assertArrayEquals(expected(adapter), scores, 1e-5);
  }

  @Test
  void anAdapterOfAnOutcomeModelScoresAsPeftScoresIt() {
    Fixture adapter = Fixture.named("adapter-patterns");
    try (var rm = OutcomeRewardModel.load(adapter.folder(), settings())) {
      assertEquals("sequence-classification", rm.family());
      double score = rm.score(List.of(solution(adapter))).get(0).orElseThrow();
      assertEquals(expected(adapter)[0], score, 1e-5);
    }
  }

  /** A copy of an adapter, its base named as it lies, or nowhere. */
  private Path copy(String name) throws IOException {
    for (String file : List.of("adapter_config.json", "adapter_model.safetensors")) {
      Files.copy(Fixture.named(name).folder().resolve(file), folder.resolve(file));
    }
    return folder;
  }

  private Path changed(String name, String field, String value) throws IOException {
    Path config = copy(name).resolve("adapter_config.json");
    ObjectNode json = (ObjectNode) JSON.readTree(config.toFile());
    json.set(field, JSON.readTree(value));
    JSON.writeValue(config.toFile(), json);
    return folder;
  }

  @Test
  void theBaseCanBeNamed() throws IOException {
    Fixture adapter = Fixture.named("adapter-plain");
    Path elsewhere = copy("adapter-plain");
    var error =
        assertThrows(
            CheckpointException.class, () -> ProcessRewardModel.load(elsewhere, settings()));
    assertEquals(
        elsewhere.resolve("adapter_config.json")
            + ": its base '../token-classification' is neither a folder nor among the fetched"
            + " models; fetch it, or name its folder",
        error.getMessage());
    Path base = Fixture.named("token-classification").folder();
    double[] scores = scores(elsewhere, settings().withBase(base), solution(adapter));
    assertArrayEquals(expected(adapter), scores, 1e-5);
    var none =
        assertThrows(
            CheckpointException.class,
            () -> ProcessRewardModel.load(base, settings().withBase(elsewhere)));
    assertEquals(
        base + ": no adapter, so it has no base; leave " + elsewhere + " out", none.getMessage());
  }

  @Test
  void whatTheAdapterDependsOnIsInItsFingerprint() throws IOException {
    PrmSettings settings = settings().withBase(Fixture.named("token-classification").folder());
    String before = PrmCheckpoint.read(copy("adapter-plain"), settings).checkpoint().fingerprint();
    Path config = folder.resolve("adapter_config.json");
    Files.writeString(
        config, Files.readString(config).replace("\"lora_alpha\": 8", "\"lora_alpha\": 9"));
    assertNotEquals(before, PrmCheckpoint.read(folder, settings).checkpoint().fingerprint());
  }

  @ParameterizedTest(name = "{1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | peft_type | '\"IA3\"' | peft_type 'IA3'; supported is LORA",
        "plain | init_lora_weights | '\"pissa\"' | init_lora_weights 'pissa' changes the base's"
            + " weights as well, which no file of the adapter holds; convert it to a plain LoRA"
            + " adapter with PEFT first",
        "plain | layer_replication | [[0, 1]] | layer_replication is [[0,1]]; supported are"
            + " adapters without it",
        "plain | trainable_token_indices | [3] | trainable_token_indices is [3]; supported are"
            + " adapters without it",
        "plain | alora_invocation_tokens | [3] | alora_invocation_tokens is [3]; supported are"
            + " adapters without it",
        "plain | lora_bias | true | lora_bias is true; supported are adapters without it",
        "plain | r | 5 | has shape [4, 32]; expected [5, 32], the rank by adapter_config.json and"
            + " the base's own shape",
        "plain | lora_alpha | '\"x\"' | lora_alpha \"x\" of",
        "plain | target_modules | [\"q_proj\", \"k_proj\"] | self_attn.k_proj', but the file has no"
            + " low-rank weights of it; download it again",
        "plain | target_modules | '\"[\"' | pattern '[': Unclosed character class",
        "some-layers | modules_to_save | [\"norm\"] | modules_to_save names 'model.norm', but"
            + " 'model.norm.weight' is not in the file",
        "some-layers | base_model_name_or_path | null | names no base_model_name_or_path; name the"
            + " base's folder yourself"
      })
  void whatCannotBeMergedIsRefusedInOneLine(
      String adapter, String field, String value, String message) throws IOException {
    Path broken = changed("adapter-" + adapter, field, value);
    String base = adapter.equals("plain") ? "token-classification" : "mistral";
    PrmSettings settings =
        value.equals("null") ? settings() : settings().withBase(Fixture.named(base).folder());
    var error =
        assertThrows(CheckpointException.class, () -> ProcessRewardModel.load(broken, settings));
    String said = String.valueOf(error.getMessage());
    assertTrue(said.contains(message), said);
    assertEquals(1, said.lines().count(), said);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "adapter-plain | qwen2-prm-bf16-sharded | expected",
        "adapter-embedding | llama | changes an embedding of a language model that has one for"
            + " input and output",
        "adapter-some-layers | llama | changes 'lm_head', which the base lacks; of another model?",
        "adapter-plain | adapter-head | an adapter, too; merge it with its own base first",
        "adapter-plain | nowhere | no such folder; fetch the model first"
      })
  void anotherBaseIsRefused(String adapter, String base, String message) {
    Path home = Fixture.named("eurus").folder().resolveSibling(base);
    var error =
        assertThrows(
            CheckpointException.class,
            () ->
                ProcessRewardModel.load(
                    Fixture.named(adapter).folder(), settings().withBase(home)));
    assertTrue(String.valueOf(error.getMessage()).contains(message), error.getMessage());
  }

  @Test
  void aHeadThatWasNotSavedIsMissed() throws IOException {
    Path adapter = changed("adapter-some-layers", "task_type", "\"TOKEN_CLS\"");
    PrmSettings settings = settings().withBase(Fixture.named("mistral").folder());
    var error =
        assertThrows(CheckpointException.class, () -> ProcessRewardModel.load(adapter, settings));
    assertEquals(
        adapter.resolve("adapter_model.safetensors")
            + ": an adapter of a classifier (TOKEN_CLS) without its head, score.weight; it was not"
            + " saved with the adapter",
        error.getMessage());
  }

  @Test
  void aFolderWithoutTheWeightsOrWithAWholeModelIsRefused() throws IOException {
    Path adapter = copy("adapter-plain");
    Files.copy(
        Fixture.named("qwen2-prm").folder().resolve("model.safetensors"),
        adapter.resolve("model.safetensors"));
    var both =
        assertThrows(CheckpointException.class, () -> ProcessRewardModel.load(adapter, settings()));
    assertEquals(
        adapter + ": holds an adapter and a whole model; move one of them to a folder of its own",
        both.getMessage());
    Files.delete(adapter.resolve("model.safetensors"));
    Files.delete(adapter.resolve("adapter_model.safetensors"));
    Files.writeString(adapter.resolve("adapter_model.bin"), "x");
    var pickled =
        assertThrows(CheckpointException.class, () -> ProcessRewardModel.load(adapter, settings()));
    assertEquals(
        adapter
            + ": no adapter_model.safetensors; adapter_model.bin is a pickle and is not opened:"
            + " convert it to safetensors",
        pickled.getMessage());
  }
}
