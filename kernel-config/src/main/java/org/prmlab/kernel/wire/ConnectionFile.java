package org.prmlab.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the front end waits for the kernel, and the key that signs every message. */
public record ConnectionFile(JsonObject fields, Path path) {

  /** Reads the file that the front end names on the command line. */
  public static ConnectionFile read(Path path) throws IOException {
    try {
      return new ConnectionFile(
          JsonParser.parseString(Files.readString(path)).getAsJsonObject(), path);
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException(path + ": not a Jupyter connection file: " + e.getMessage(), e);
    }
  }

  /** The ZeroMQ address of one socket, {@code name} as in {@code shell_port}. */
  public String address(String name) throws IOException {
    String transport = text("transport");
    String separator = transport.equals("ipc") ? "-" : ":";
    return transport + "://" + text("ip") + separator + text(name + "_port");
  }

  /** The signing key; empty means that messages are not signed. */
  public String key() throws IOException {
    return text("key");
  }

  /**
   * The Java name of the signing algorithm: {@code HmacSHA256} for Jupyter's {@code hmac-sha256}.
   */
  public String algorithm() throws IOException {
    String scheme = fields.has("signature_scheme") ? text("signature_scheme") : "hmac-sha256";
    return "Hmac" + scheme.substring(scheme.indexOf('-') + 1).toUpperCase(java.util.Locale.ROOT);
  }

  private String text(String field) throws IOException {
    JsonElement value = fields.get(field);
    if (value == null || !value.isJsonPrimitive()) {
      throw new IOException(
          path + ": field " + field + " is missing; expected a Jupyter connection file");
    }
    return value.getAsString();
  }
}
