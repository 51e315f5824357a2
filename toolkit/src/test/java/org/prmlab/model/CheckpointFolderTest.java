package org.prmlab.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prmlab.data.AtomicFile;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.engine.ComputeDevice;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ChatTemplate;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.weights.WeightFiles;

class CheckpointFolderTest {
  private static final Head TWO_CLASSES =
      Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));
  private static final ComputeDevice CPU = ComputeDevice.named("cpu");

  @TempDir private Path folder;

  private void save(String fixture, Head head) {
    Checkpoint source = Checkpoint.read(Fixture.named(fixture).folder());
    try (var decoder = TrainableDecoder.load(source, head, CPU)) {
      CheckpointFolder.at(folder).save(decoder, source.architecture(), Map.of("seed", 3));
    }
  }

  /** The file that Python's safetensors wrote: split weights, order, header and padding. */
  @Test
  void theWeightsOfAPrmComeBackByteForByte() throws IOException {
    save("qwen2-prm", TWO_CLASSES);
    assertArrayEquals(
        Files.readAllBytes(Fixture.named("qwen2-prm").folder().resolve("model.safetensors")),
        Files.readAllBytes(folder.resolve("model.safetensors")));
    assertEquals(3, CheckpointFolder.at(folder).provenance().orElseThrow().path("seed").asInt());
  }

  /** Tied and own output embeddings. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"llama", "mistral"})
  void theWeightsOfALanguageModelComeBackByteForByte(String name) throws IOException {
    save(name, Head.ofVocabulary());
    assertArrayEquals(
        Files.readAllBytes(Fixture.named(name).folder().resolve("model.safetensors")),
        Files.readAllBytes(folder.resolve("model.safetensors")));
  }

  @Test
  void shardsInBfloat16BecomeOneFileInFloat32() {
    save("qwen2-prm-bf16-sharded", TWO_CLASSES);
    Checkpoint saved = Checkpoint.read(folder);
    Checkpoint source = Checkpoint.read(Fixture.named("qwen2-prm-bf16-sharded").folder());
    List<TokenRow> rows = Fixture.named("qwen2-prm-bf16-sharded").rows();
    ComputeSettings compute =
        ComputeSettings.withDefaults().withDevice("cpu").withPrecision(Precision.FLOAT32);
    try (Decoder a = Decoder.load(source, TWO_CLASSES, compute);
        Decoder b = Decoder.load(saved, TWO_CLASSES, compute)) {
      assertArrayEquals(a.logits(rows), b.logits(rows));
    }
    assertFalse(Files.exists(folder.resolve(WeightFiles.INDEX)));
  }

  @Test
  void theTokenizerAndTheChatTemplateComeAlong() {
    save("qwen2-prm", TWO_CLASSES);
    try (ModelText a = ModelText.read(Fixture.named("qwen2-prm").folder());
        ModelText b = ModelText.read(folder)) {
      List<ChatMessage> messages = List.of(ChatMessage.user("1 + 1?"));
      String text = a.render(messages, ChatTemplate.Ending.ANSWER_FOLLOWS);
      assertEquals(text, b.render(messages, ChatTemplate.Ending.ANSWER_FOLLOWS));
      assertArrayEquals(a.tokenizer().encode(text), b.tokenizer().encode(text));
    }
  }

  @Test
  void aFileIsReplacedWholeOrNotAtAll() throws IOException {
    Path file = folder.resolve("state");
    Files.writeString(file, "old");
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3}));
                  throw new IllegalStateException("killed");
                }));
    assertEquals("old", Files.readString(file));
  }

  @Test
  void aHeadOfLabelTokensCannotBeTrained() {
    Checkpoint source = Checkpoint.read(Fixture.named("llama").folder());
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> TrainableDecoder.load(source, Head.ofTokens(1, 2), CPU));
    assertEquals(
        "a head of label tokens is part of the output embedding; train the whole language model,"
            + " or a head of linear layers",
        error.getMessage());
  }
}
