package org.prmlab.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.model.RealTokenizers;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.Fingerprint;

/** References: transformers' own rendering, by make_chat.py. */
class ChatTemplateTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode REFERENCE = read();

  @TempDir private Path folder;

  private static JsonNode read() {
    try (var in = ChatTemplateTest.class.getResourceAsStream("chat.json")) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ChatTemplate template(String source) throws IOException {
    JSON.writeValue(
        folder.resolve("tokenizer_config.json").toFile(),
        Map.of("chat_template", source, "bos_token", "<s>"));
    return ChatTemplate.read(folder);
  }

  static Stream<String> models() {
    return REFERENCE.path("models").propertyStream().map(Map.Entry::getKey);
  }

  /** Every conversation, with and without tools, thoughts and a system message. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void realTemplatesWriteWhatTransformersWrites(String model) {
    ChatTemplate template = ChatTemplate.read(RealTokenizers.named(model));
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> written = new TreeMap<>();
    REFERENCE
        .path("conversations")
        .properties()
        .forEach(
            entry -> {
              JsonNode hash = REFERENCE.path("models").path(model).path(entry.getKey());
              expected.put(entry.getKey(), hash.asText());
              written.put(entry.getKey(), hash(template, entry.getValue()));
            });
    assertTrue(expected.size() >= 12, "conversations");
    assertEquals(expected, written);
  }

  private static String hash(ChatTemplate template, JsonNode conversation) {
    try {
      String text = template.render(conversation.path("messages"), conversation.path("variables"));
      byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return java.util.HexFormat.of().formatHex(Fingerprint.algorithm("SHA-256").digest(bytes));
    } catch (CheckpointException e) {
      return "error";
    }
  }

  static Stream<Integer> snippets() {
    return IntStream.range(0, REFERENCE.path("snippets").size()).boxed();
  }

  @ParameterizedTest(name = "snippet {0}")
  @MethodSource("snippets")
  void aSnippetWritesWhatJinjaWrites(int index) throws IOException {
    JsonNode snippet = REFERENCE.path("snippets").path(index);
    JsonNode variables = REFERENCE.path("variables");
    if (snippet.path("written").isNull()) {
      var error =
          assertThrows(
              CheckpointException.class,
              () ->
                  template(snippet.path("template").asText())
                      .render(variables.path("messages"), variables));
      assertTrue(
          String.valueOf(error.getMessage())
              .matches("(?s).*tokenizer_config.json: chat template: line 1: .+"),
          error.getMessage());
    } else {
      assertEquals(
          snippet.path("written").asText(),
          template(snippet.path("template").asText())
              .render(variables.path("messages"), variables));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{{ raise_exception('roles must alternate') }} => line 1: roles must alternate",
        "`x\n{{ nope.more }}` => line 2: 'nope' is undefined",
        "{{ messages[7].role }} => line 1: '7' of a list is undefined",
        "{{ 'a' + 1 }} => line 1: str and int cannot be joined by '+'",
        "{{ x | urlize }} => line 1: filter 'urlize' is not known here",
        "{% if x is odder %}{% endif %} => line 1: test 'odder' is not known here",
        "{% include 'x' %} => line 1: tag 'include'; known are if, for, set,",
        "{% if true %} => line 1: found the end of the template, expected a tag elif or else or"
            + " endif",
        "{{ 1 2 }} => line 1: found '2', expected '}}'",
        "{{ x => line 1: a tag is not closed with }}",
        "{# x => line 1: comment is not closed",
        "{{ ? }} => line 1: unexpected character '?'",
        "{{ strftime_now('%Y') }} => line 1: 'strftime_now' is undefined",
        "{{ 'a'.split('x', 'y', 'z') }} => takes 2 arguments, 3 given",
        "{{ namespace(a=1)(2) }} => a value of type function is called",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }} => macros call each other without end",
        "{{ range(1000000) }} => range() of more than 100000 numbers",
        "{% set x.y = 1 %} => 'x' is no namespace; its attributes cannot be set",
        "{% for a, b in [[1, 2, 3]] %}{% endfor %} => 3 values for the 2 names [a, b]",
        "{{ 9223372036854775807 + 1 }} => is too large",
      })
  void whatATemplateCannotDoIsOneClearError(String source, String expected) {
    var error =
        assertThrows(
            CheckpointException.class,
            () -> template(source).render(JSON.createArrayNode(), JSON.createObjectNode()));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("tokenizer_config.json: chat template: "), message);
    assertTrue(message.contains(expected), message);
  }

  /** So that a prompt does not depend on the day. */
  @Test
  void aTemplateThatAsksForTheDateTakesItsOwn() throws IOException {
    ChatTemplate template =
        template(
            "{% if strftime_now is defined %}{{ strftime_now('%d %b %Y') }}{% else %}26 Jul 2024{%"
                + " endif %}");
    assertEquals("26 Jul 2024", template.render(List.of(), ChatTemplate.Ending.COMPLETE));
  }
}
