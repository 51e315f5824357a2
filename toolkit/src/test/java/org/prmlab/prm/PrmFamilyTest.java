package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Fixture;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ModelText;

/** Expected texts follow the makers' own code, as docs of each family class say. */
class PrmFamilyTest {
  private static final Solution SOLUTION =
      Solution.of("s", Problem.of("p", "Q?"), List.of("a=1", "b=2"));

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "qwen2-prm, qwen2-prm",
    "qwen2-prm-bf16-sharded, qwen2-prm",
    "qwen2-rm, qwen2-rm",
    "skywork, skywork",
    "token-classification, token-classification",
    "llama-token, token-classification",
    "qwen2-token-3, token-classification",
    "llama-sequence, sequence-classification",
    "qwen2-sequence, sequence-classification",
    "qwen3-sequence, sequence-classification",
    "qwen3-token, token-classification",
    "mistral-sequence-2, sequence-classification",
    "llama-step-token, step-token"
  })
  void aCheckpointIsRecognized(String fixture, String family) {
    assertEquals(family, PrmFamily.of(Checkpoint.read(Fixture.named(fixture).folder())).name());
  }

  /** Llama-3.1-8B-Instruct is a LlamaForCausalLM as RLHFlow's PRM is: nothing tells them apart. */
  @ParameterizedTest(name = "{1}")
  @CsvSource({"eurus, Qwen2ForCausalLM", "llama, LlamaForCausalLM", "mistral, MistralForCausalLM"})
  void aPlainLanguageModelIsNoPrm(String fixture, String architecture) {
    Checkpoint checkpoint = Checkpoint.read(Fixture.named(fixture).folder());
    var error = assertThrows(IllegalArgumentException.class, () -> PrmFamily.of(checkpoint));
    assertEquals(
        checkpoint.folder()
            + ": "
            + architecture
            + " is a language model, and nothing in its files says that it is a PRM; if it is one,"
            + " name its family: math-shepherd, rlhflow, implicit or step-token",
        error.getMessage());
  }

  @Test
  void anArchitectureThatIsNoneOfTheFamiliesIsRefused(@TempDir Path folder) throws IOException {
    Path source = Fixture.named("qwen2-sequence").folder();
    String config = Files.readString(source.resolve("config.json"));
    Files.writeString(
        folder.resolve("config.json"),
        config.replace("Qwen2ForSequenceClassification", "Qwen2ForQuestionAnswering"));
    Files.copy(source.resolve("model.safetensors"), folder.resolve("model.safetensors"));
    var error =
        assertThrows(IllegalArgumentException.class, () -> PrmFamily.of(Checkpoint.read(folder)));
    assertEquals(
        folder
            + ": no PRM family recognizes architecture 'Qwen2ForQuestionAnswering'; name one of"
            + " qwen2-prm, qwen2-rm, skywork, step-token, token-classification,"
            + " sequence-classification, math-shepherd, rlhflow, implicit",
        error.getMessage());
  }

  @Test
  void anUnknownFamilyIsAnErrorThatNamesAll() {
    var error = assertThrows(IllegalArgumentException.class, () -> PrmFamily.named("gpt"));
    assertEquals(
        "PRM family 'gpt'; expected one of qwen2-prm, qwen2-rm, skywork, step-token,"
            + " token-classification, sequence-classification, math-shepherd, rlhflow, implicit",
        error.getMessage());
  }

  @ParameterizedTest(name = "{1} reads {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "qwen2-prm | qwen2-prm | '<|im_start|>system\n"
            + "Please reason step by step, and put your final answer within \\boxed{}.<|im_end|>\n"
            + "<|im_start|>user\n"
            + "Q?<|im_end|>\n"
            + "<|im_start|>assistant\n"
            + "a=1<extra_0>#b=2<extra_0>#<|im_end|>\n"
            + "'",
        "mistral | math-shepherd | 'Q? Step 1: a=1 ки#\nStep 2: b=2 ки#'",
        "skywork | skywork | 'Q?\na=1\n#b=2\n#'",
        "token-classification | token-classification | 'Q?\na=1\n#b=2\n#'",
        "llama | rlhflow | '<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n"
            + "Q? a=1<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"
            + "#+<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n"
            + "b=2<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n"
            + "#+<|eot_id|>'",
        "eurus | implicit | '<|im_start|>user\nQ?<|im_end|>\n<|im_start|>assistant\na=1#\n\nb=2#'"
      })
  @SuppressWarnings("StringConcatToTextBlock") // columns of a table: the line breaks are theirs
  void aSolutionIsWrittenAsItsMakersDo(String fixture, String family, String expected) {
    try (ModelText text = ModelText.read(Fixture.named(fixture).folder())) {
      TokenRow row = PrmFamily.named(family).encode(SOLUTION, text);
      assertEquals(expected, marked(row, text));
    }
  }

  @Test
  void anOutcomeModelReadsTheLastToken() {
    try (ModelText text = ModelText.read(Fixture.named("qwen2-rm").folder())) {
      TokenRow row = PrmFamily.named("qwen2-rm").encode(SOLUTION, text);
      assertArrayEquals(new int[] {row.length() - 1}, row.positions().toArray());
    }
  }

  @Test
  void aMathShepherdStepThatHasItsNumberKeepsIt() {
    Solution numbered = Solution.of("s", Problem.of("p", "Q?"), List.of("Step 1: a"));
    try (ModelText text = ModelText.read(Fixture.named("mistral").folder())) {
      TokenRow row = PrmFamily.named("math-shepherd").encode(numbered, text);
      assertEquals("Q? Step 1: a ки#", marked(row, text));
    }
  }

  /** The row as text, a # after each token it is read at. */
  private static String marked(TokenRow row, ModelText text) {
    List<Integer> reads = row.positions().boxed().toList();
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (int read : reads) {
      result.append(decode(row, text, from, read + 1)).append('#');
      from = read + 1;
    }
    return result.append(decode(row, text, from, row.length())).toString();
  }

  private static String decode(TokenRow row, ModelText text, int from, int to) {
    return text.tokenizer().decode(row.ids().skip(from).limit(to - from).toArray());
  }
}
