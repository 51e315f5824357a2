package org.prmlab.prm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.model.Fixture;
import org.prmlab.model.RealTokenizers;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ModelText;

/** With the real tokenizers; references by make_tokens.py in the resources of the model tests. */
class RealTokenizerPrmTest {
  private final JsonNode expected = read();
  private final Solution solution =
      Solution.of(
          "s",
          Problem.of("p", expected.path("problem").asText()),
          List.of(
              expected.path("steps").path(0).asText(), expected.path("steps").path(1).asText()));

  @TempDir private Path folder;

  private static JsonNode read() {
    try (var in = Fixture.class.getResourceAsStream("tokens.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The PRM's tokenizer is Qwen2.5's with one token renamed. */
  @Test
  void aQwenPrmReadsItsMarkers() throws IOException {
    Path real = RealTokenizers.qwen();
    String tokenizer = Files.readString(real.resolve("tokenizer.json"));
    Files.writeString(
        folder.resolve("tokenizer.json"), tokenizer.replace("<|quad_end|>", "<extra_0>"));
    Files.copy(real.resolve("tokenizer_config.json"), folder.resolve("tokenizer_config.json"));
    try (ModelText text = ModelText.read(folder)) {
      TokenRow row = PrmFamily.named("qwen2-prm").encode(solution, text);
      assertArrayEquals(Fixture.ints(expected.path("qwen_prm")), row.ids().toArray());
      assertArrayEquals(
          new int[] {151651, 151651}, row.positions().map(row::id).toArray(), "<extra_0>");
    }
  }

  @Test
  void rlhFlowMessagesTokenisedApartAreThoseOfTheWholeConversation() {
    try (ModelText text = ModelText.read(RealTokenizers.llama())) {
      TokenRow row = PrmFamily.named("rlhflow").encode(solution, text);
      int[] ids = Fixture.ints(expected.path("llama_prm"));
      assertArrayEquals(ids, row.ids().toArray());
      int plus = text.tokenizer().id("+");
      assertArrayEquals(
          new int[] {plus, plus}, row.positions().map(p -> ids[p + 1]).toArray(), "+ is predicted");
    }
  }

  /** Joined as text, the last full stop of a step and the line break after it are one token. */
  @Test
  void aSeparatorChangesNoTokenBeforeIt() {
    try (ModelText text = ModelText.read(RealTokenizers.qwen())) {
      for (String family : List.of("skywork", "token-classification")) {
        TokenRow row = PrmFamily.named(family).encode(solution, text);
        int lineBreak = text.tokenizer().id("\n");
        List<Integer> tokens = new ArrayList<>();
        for (String step : solution.steps()) {
          IntStream.of(text.tokenizer().encode(step)).forEach(tokens::add);
          tokens.add(lineBreak);
        }
        List<Integer> ids = row.ids().boxed().toList();
        assertEquals(tokens, ids.subList(ids.size() - tokens.size(), ids.size()), family);
      }
    }
  }
}
