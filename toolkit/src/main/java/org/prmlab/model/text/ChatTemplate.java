package org.prmlab.model.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.CheckpointFiles;
import org.prmlab.model.folder.CheckpointJson;
import org.prmlab.model.jinja.JinjaException;
import org.prmlab.model.jinja.JinjaNone;
import org.prmlab.model.jinja.JinjaTemplate;

/**
 * How a model's conversations are written down: a Jinja template that the checkpoint brings, in
 * {@code chat_template.jinja} or in {@code tokenizer_config.json}. It sees what transformers'
 * {@code apply_chat_template} shows it, but not today's date. What messages say is data and is
 * never read as template, whatever braces it holds.
 */
public final class ChatTemplate {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final JinjaTemplate template;
  private final Map<String, Object> tokens;

  private ChatTemplate(Path file, String source, Map<String, Object> tokens) {
    this.file = file;
    this.tokens = tokens;
    try {
      this.template = JinjaTemplate.of(source); // once: that takes longer than a conversation
    } catch (JinjaException e) {
      throw fault(e);
    }
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
   * @throws CheckpointException if the folder has none, or it is not valid
   */
  public static ChatTemplate read(Path folder) {
    Path config = folder.resolve("tokenizer_config.json");
    JsonNode json = CheckpointJson.read(config);
    Path own = folder.resolve("chat_template.jinja");
    Map<String, Object> tokens = new HashMap<>();
    for (String name : new String[] {"bos_token", "eos_token", "unk_token", "pad_token"}) {
      if (!token(json.path(name)).isEmpty()) {
        tokens.put(name, token(json.path(name)));
      }
    }
    try {
      return Files.exists(own)
          ? new ChatTemplate(own, Files.readString(CheckpointFiles.requireContent(own)), tokens)
          : new ChatTemplate(config, embedded(config, json.path("chat_template")), tokens);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String token(JsonNode node) {
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
   * @throws CheckpointException if the template refuses the conversation
   */
  public String render(List<ChatMessage> messages, Ending ending) {
    ArrayNode list = JSON.createArrayNode();
    messages.forEach(m -> list.addObject().put("role", m.role()).put("content", m.content()));
    ObjectNode variables = JSON.createObjectNode();
    return render(list, variables.put("add_generation_prompt", ending == Ending.ANSWER_FOLLOWS));
  }

  /**
   * A conversation as the model reads it, with all that the template knows.
   *
   * @param messages a list of objects with {@code role}, {@code content} and what else the template
   *     reads: {@code tool_calls}, {@code reasoning_content}
   * @param variables such as {@code add_generation_prompt}, {@code tools}, {@code enable_thinking}
   * @throws CheckpointException if the template refuses the conversation
   */
  public String render(JsonNode messages, JsonNode variables) {
    Map<String, Object> all = new HashMap<>(tokens);
    all.put("tools", JinjaNone.NONE);
    all.put("documents", JinjaNone.NONE);
    all.put("add_generation_prompt", false);
    all.put("messages", value(messages));
    variables.properties().forEach(entry -> all.put(entry.getKey(), value(entry.getValue())));
    try {
      return template.render(all);
    } catch (JinjaException e) {
      throw fault(e);
    }
  }

  private CheckpointException fault(JinjaException e) {
    return CheckpointException.because(file, "chat template: " + e.getMessage(), e);
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(value(element)));
      return list;
    }
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.canConvertToLong() && node.isIntegralNumber()) {
      return node.longValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : JinjaNone.NONE;
  }
}
