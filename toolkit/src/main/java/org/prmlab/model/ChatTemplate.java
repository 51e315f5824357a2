package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.FatalTemplateErrorsException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.interpret.TemplateError.ErrorType;
import com.hubspot.jinjava.tree.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a model's conversations are written down: a Jinja template that the checkpoint brings, in
 * {@code chat_template.jinja} or in {@code tokenizer_config.json}. What messages say is data and is
 * never read as template, whatever braces it holds.
 */
public final class ChatTemplate {
  private static final Jinjava JINJA =
      new Jinjava(
          JinjavaConfig.newBuilder()
              .withTrimBlocks(true)
              .withLstripBlocks(true)
              .withNestedInterpretationEnabled(false)
              .withFailOnUnknownTokens(false)
              .build());

  private final Path file;
  private final Node template;
  private final List<TemplateError> faults;
  private final Map<String, String> tokens;

  private ChatTemplate(Path file, String source, Map<String, String> tokens) {
    this.file = file;
    this.tokens = tokens;
    // Parsed once: that takes longer than writing a conversation down.
    JinjavaInterpreter parser = interpreter(Map.of());
    this.template = within(parser, () -> parser.parse(trimmed(source)));
    this.faults = List.copyOf(parser.getErrors());
  }

  /** A context of its own for every conversation, over the filters and functions that all share. */
  private static JinjavaInterpreter interpreter(Map<String, ?> bindings) {
    return new JinjavaInterpreter(
        JINJA, new Context(JINJA.getGlobalContext(), bindings), JINJA.getGlobalConfig());
  }

  private static <T> T within(JinjavaInterpreter interpreter, Supplier<T> work) {
    JinjavaInterpreter.pushCurrent(interpreter);
    try {
      return work.get();
    } finally {
      JinjavaInterpreter.popCurrent();
    }
  }

  /** Applies Jinja's dashes, which jinjava knows in tags but not in expressions. */
  private static String trimmed(String source) {
    return source.replaceAll("\\s*(\\{[{%#])-", "$1").replaceAll("-([}%#]})\\s*", "$1");
  }

  /** What follows the last message. */
  public enum Ending {
    /** Nothing: the conversation is complete. */
    COMPLETE,
    /** The opening of an answer that the model is to write. */
    ANSWER_FOLLOWS
  }

  /**
   * Reads the template of a folder.
   *
   * @throws CheckpointException if the folder has none
   */
  public static ChatTemplate read(Path folder) {
    Path config = folder.resolve("tokenizer_config.json");
    JsonNode json = CheckpointJson.read(config);
    Path own = folder.resolve("chat_template.jinja");
    Map<String, String> tokens = new HashMap<>();
    tokens.put("bos_token", token(json.path("bos_token")));
    tokens.put("eos_token", token(json.path("eos_token")));
    try {
      return Files.exists(own)
          ? new ChatTemplate(own, Files.readString(CheckpointFiles.requireContent(own)), tokens)
          : new ChatTemplate(config, embedded(config, json.path("chat_template")), tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String token(JsonNode node) {
    return node.isObject() ? node.path("content").asText("") : node.asText("");
  }

  private static String embedded(Path config, JsonNode template) {
    if (template.isTextual()) {
      return template.textValue();
    }
    for (JsonNode named : template) {
      if (named.path("name").asText("").equals("default")) {
        return named.path("template").asText("");
      }
    }
    throw CheckpointException.at(
        config, "no chat_template and no chat_template.jinja; this model takes no conversations");
  }

  /**
   * The conversation as the model reads it.
   *
   * @throws CheckpointException if the template refuses the conversation or is not valid
   */
  public String render(List<ChatMessage> messages, Ending ending) {
    Map<String, Object> bindings = new HashMap<>(tokens);
    bindings.put(
        "messages",
        messages.stream().map(m -> Map.of("role", m.role(), "content", m.content())).toList());
    bindings.put("add_generation_prompt", ending == Ending.ANSWER_FOLLOWS);
    JinjavaInterpreter interpreter = interpreter(bindings);
    try {
      refuseIfFatal(faults);
      String text = within(interpreter, () -> interpreter.render(template));
      refuseIfFatal(interpreter.getErrors());
      return text;
    } catch (FatalTemplateErrorsException e) {
      throw CheckpointException.because(file, "chat template: " + e.getMessage(), e);
    }
  }

  private void refuseIfFatal(List<TemplateError> errors) {
    for (TemplateError error : errors) {
      if (error.getSeverity() == ErrorType.FATAL) {
        throw CheckpointException.at(file, "chat template: %s", error.getMessage());
      }
    }
  }
}
