package org.prmlab.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageCodecTest {
  @TempDir Path folder;

  private ConnectionFile file(String json) throws IOException {
    return ConnectionFile.read(Files.writeString(folder.resolve("c.json"), json));
  }

  private MessageCodec codec(String key) throws IOException {
    return new MessageCodec(file("{\"key\":\"" + key + "\"}"));
  }

  private static Message message(String text) {
    JsonObject content = new JsonObject();
    content.addProperty("code", text);
    return Message.request("execute_request", content);
  }

  @Test
  void aMessageComesBackAsItWasSent() throws IOException {
    MessageCodec codec = codec("secret");
    Message back = codec.decode(codec.encode(message("größe 😀")));
    assertEquals("execute_request", back.type());
    assertEquals("größe 😀", back.text("code"));
  }

  /** Reference: Python, hmac.new(b"key", b"{}{}{}{}", "sha256").hexdigest(). */
  @Test
  void theSignatureIsTheHmacOfTheFourParts() throws IOException {
    JsonObject none = new JsonObject();
    Message empty = new Message(List.of(), none, none, none, none);
    assertEquals(
        "ca767b02c5bc061ed184a9a029e7f93a7f2f7ed4e8fe74120fc1212f0b008fa3",
        new String(codec("key").encode(empty).get(1), UTF_8));
  }

  @Test
  void aWrongSignatureIsRefused() throws IOException {
    List<byte[]> frames = codec("one").encode(message("1"));
    var error = assertThrows(IOException.class, () -> codec("two").decode(frames));
    assertEquals("a message with a wrong signature was dropped", error.getMessage());
  }

  @Test
  void tooFewFramesAreRefused() throws IOException {
    List<byte[]> frames = new ArrayList<>(codec("k").encode(message("1")));
    frames.remove(frames.size() - 1);
    var error = assertThrows(IOException.class, () -> codec("k").decode(frames));
    assertEquals("a message of 5 frames is no Jupyter message", error.getMessage());
  }

  @Test
  void aConnectionFileWithoutAKeyFieldIsRefused() {
    var error = assertThrows(IOException.class, () -> new MessageCodec(file("{}")));
    assertEquals(
        folder.resolve("c.json") + ": field key is missing; expected a Jupyter connection file",
        error.getMessage());
  }
}
