package org.prmlab.model.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.model.Fixture;
import org.prmlab.model.RealTokenizers;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.text.ChatTemplate.Ending;

/** References: the Python libraries tokenizers and jinja2, by make_tokens.py. */
class ModelTextTest {
  private final JsonNode expected = read();

  @TempDir private Path folder;

  private static JsonNode read() {
    try (var in = ModelTextTest.class.getResourceAsStream("/org/prmlab/model/tokens.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void qwenTokensAreThoseOfThePythonLibrary() {
    try (ModelText text = ModelText.read(RealTokenizers.qwen())) {
      String words = expected.path("text").asText();
      int[] ids = text.tokenizer().encode(words);
      assertArrayEquals(Fixture.ints(expected.path("qwen")), ids);
      assertEquals(
          java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFC),
          text.tokenizer().decode(ids));
    }
  }

  @Test
  void llamaTokensAreThoseOfThePythonLibrary() {
    try (ModelText text = ModelText.read(RealTokenizers.llama())) {
      int[] ids = text.tokenizer().encode(expected.path("text").asText());
      assertArrayEquals(Fixture.ints(expected.path("llama")), ids);
    }
  }

  @Test
  void qwen3TokensAreThoseOfThePythonLibrary() {
    try (ModelText text = ModelText.read(RealTokenizers.named("tokenizer-qwen3"))) {
      int[] ids = text.tokenizer().encode("<think>" + expected.path("text").asText() + "</think>");
      assertArrayEquals(Fixture.ints(expected.path("qwen3")), ids);
    }
  }

  @Test
  void longTextIsNeitherCutNorPadded() {
    try (ModelText text = ModelText.read(RealTokenizers.qwen())) {
      int once = text.tokenizer().encode("one two\n").length;
      assertEquals(once * 20_000, text.tokenizer().encode("one two\n".repeat(20_000)).length);
    }
  }

  @Test
  void theQwenTemplateWritesWhatJinjaWrites() {
    List<ChatMessage> messages =
        List.of(
            ChatMessage.system(
                "Please reason step by step, and put your final answer within \\boxed{}."),
            ChatMessage.user(expected.path("problem").asText()),
            ChatMessage.assistant(
                expected.path("steps").path(0).asText()
                    + "<extra_0>"
                    + expected.path("steps").path(1).asText()
                    + "<extra_0>"));
    try (ModelText text = ModelText.read(RealTokenizers.qwen())) {
      assertEquals(
          expected.path("qwen_conversation").asText(), text.render(messages, Ending.COMPLETE));
    }
  }

  @Test
  void theLlamaTemplateWritesWhatJinjaWrites() {
    ChatMessage first =
        ChatMessage.user(
            expected.path("problem").asText() + " " + expected.path("steps").path(0).asText());
    try (ModelText text = ModelText.read(RealTokenizers.llama())) {
      assertEquals(
          expected.path("llama_asked").asText(),
          text.render(List.of(first), Ending.ANSWER_FOLLOWS));
      assertEquals(
          expected.path("llama_conversation").asText(),
          text.render(
              List.of(
                  first,
                  ChatMessage.assistant("+"),
                  ChatMessage.user(expected.path("steps").path(1).asText()),
                  ChatMessage.assistant("+")),
              Ending.COMPLETE));
    }
  }

  @Test
  void bracesInAMessageAreNoTemplate() throws IOException {
    copyFixture("{% for m in messages %}{{ m.content }}{% endfor %}");
    try (ModelText text = ModelText.read(folder)) {
      String latex = "{{ 1 + 1 }} {% if x %} {# no #} \\frac{{a}}{{b}}";
      assertEquals(latex, text.render(List.of(ChatMessage.user(latex)), Ending.COMPLETE));
    }
  }

  @Test
  void aTemplateThatIsNotValidIsOneClearError() throws IOException {
    copyFixture("{% for m in messages %}{{ m.content ");
    try (ModelText text = ModelText.read(folder)) {
      var error =
          assertThrows(
              CheckpointException.class,
              () -> text.render(List.of(ChatMessage.user("x")), Ending.COMPLETE));
      assertTrue(
          String.valueOf(error.getMessage()).contains("tokenizer_config.json: chat template: "));
    }
  }

  @Test
  void aFolderWithoutTemplateSaysSo() throws IOException {
    copyFixture("");
    Files.writeString(folder.resolve("tokenizer_config.json"), "{}");
    try (ModelText text = ModelText.read(folder)) {
      var error =
          assertThrows(
              CheckpointException.class,
              () -> text.render(List.of(ChatMessage.user("x")), Ending.COMPLETE));
      assertTrue(String.valueOf(error.getMessage()).endsWith("this model takes no conversations"));
    }
  }

  @Test
  void aWordOfSeveralTokensIsNoLabel() {
    try (ModelText text = ModelText.read(Fixture.named("qwen2-prm").folder())) {
      var error = assertThrows(CheckpointException.class, () -> text.tokenizer().id("yes"));
      assertTrue(
          String.valueOf(error.getMessage())
              .endsWith("'yes' is 3 tokens, expected one; tokenizer of another model?"));
    }
  }

  @Test
  void aTokenizerThatIsNotOneIsOneClearError() throws IOException {
    for (String content : List.of("", "{", "[]", "{\"model\": {\"type\": \"None\"}}", "\u0000")) {
      Files.writeString(folder.resolve("tokenizer.json"), content);
      var error = assertThrows(CheckpointException.class, () -> ModelText.read(folder), content);
      assertTrue(
          String.valueOf(error.getMessage()).contains("the tokenizers library rejects it"),
          content);
    }
  }

  private void copyFixture(String template) throws IOException {
    Path source = Fixture.named("qwen2-prm").folder();
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(f -> f.toString().contains("tokenizer")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
    var json = new ObjectMapper();
    json.writeValue(
        folder.resolve("tokenizer_config.json").toFile(),
        json.createObjectNode().put("chat_template", template));
  }
}
