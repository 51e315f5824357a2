package org.prmlab.kernel.wire;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One message of the Jupyter protocol.
 *
 * @param identities ZeroMQ addresses of the front end; for published messages the topic
 * @param header who sent it, when, and its type
 * @param parent header of the request that this message answers; empty if there is none
 * @param metadata free
 * @param content by type
 */
public record Message(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    JsonObject content) {
  /** The version of the message specification that this kernel speaks. */
  public static final String PROTOCOL_VERSION = "5.3";

  private static final String SESSION = UUID.randomUUID().toString();

  /** A request, as a front end sends it. */
  public static Message request(String type, JsonObject content) {
    return new Message(List.of(), header(type), new JsonObject(), new JsonObject(), content);
  }

  /** A message of the kernel in answer to {@code parent}, to the front end that sent it. */
  public static Message answer(Message parent, String type, JsonObject content) {
    return new Message(
        parent.identities(), header(type), parent.header(), new JsonObject(), content);
  }

  /** A message of the kernel to everybody, caused by {@code parentHeader}. */
  public static Message published(JsonObject parentHeader, String type, JsonObject content) {
    byte[] topic = ("kernel." + type).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return new Message(List.of(topic), header(type), parentHeader, new JsonObject(), content);
  }

  /** The type, such as {@code execute_request}. */
  public String type() {
    return text(header, "msg_type");
  }

  /** A text field of the content, or the empty text. */
  public String text(String field) {
    return text(content, field);
  }

  /** A whole number of the content, or {@code otherwise}. */
  public int number(String field, int otherwise) {
    return has(field) ? content.get(field).getAsInt() : otherwise;
  }

  /** Whether a field of the content is true; {@code otherwise} if it is missing. */
  public boolean isTrue(String field, boolean otherwise) {
    return has(field) ? content.get(field).getAsBoolean() : otherwise;
  }

  /** A text field of one of the four parts, or the empty text. */
  public static String text(JsonObject part, String field) {
    return part.has(field) && part.get(field).isJsonPrimitive()
        ? part.get(field).getAsString()
        : "";
  }

  private boolean has(String field) {
    return content.has(field) && content.get(field).isJsonPrimitive();
  }

  private static JsonObject header(String type) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", UUID.randomUUID().toString());
    header.addProperty("session", SESSION);
    header.addProperty("username", "kernel");
    header.addProperty("date", Instant.now().toString());
    header.addProperty("msg_type", type);
    header.addProperty("version", PROTOCOL_VERSION);
    return header;
  }
}
