package org.prmlab.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Messages to ZeroMQ frames and back: identities, delimiter, signature, four JSON parts. */
public final class MessageCodec {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(UTF_8);
  private static final int JSON_PARTS = 4;

  private final Optional<Mac> mac;

  public MessageCodec(ConnectionFile file) throws IOException {
    if (file.key().isEmpty()) {
      mac = Optional.empty();
      return;
    }
    try {
      Mac signer = Mac.getInstance(file.algorithm());
      signer.init(new SecretKeySpec(file.key().getBytes(UTF_8), file.algorithm()));
      mac = Optional.of(signer);
    } catch (GeneralSecurityException e) {
      throw new IOException(file.path() + ": unknown signature scheme: " + e.getMessage(), e);
    }
  }

  /** The frames of a message, in sending order. */
  public List<byte[]> encode(Message message) {
    List<byte[]> parts =
        List.of(
            bytes(message.header()),
            bytes(message.parent()),
            bytes(message.metadata()),
            bytes(message.content()));
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signature(parts).getBytes(UTF_8));
    frames.addAll(parts);
    return frames;
  }

  /** The message in these frames; fails if its signature is not the front end's. */
  public Message decode(List<byte[]> frames) throws IOException {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    int first = delimiter + 2;
    if (frames.size() < first + JSON_PARTS) {
      throw new IOException("a message of " + frames.size() + " frames is no Jupyter message");
    }
    List<byte[]> parts = frames.subList(first, first + JSON_PARTS);
    byte[] expected = signature(parts).getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected, frames.get(delimiter + 1))) {
      throw new IOException("a message with a wrong signature was dropped");
    }
    return new Message(
        List.copyOf(frames.subList(0, delimiter)),
        object(parts.get(0)),
        object(parts.get(1)),
        object(parts.get(2)),
        object(parts.get(3)));
  }

  private synchronized String signature(List<byte[]> parts) {
    if (mac.isEmpty()) {
      return "";
    }
    parts.forEach(mac.get()::update);
    return HexFormat.of().formatHex(mac.get().doFinal());
  }

  private static byte[] bytes(JsonObject part) {
    return part.toString().getBytes(UTF_8);
  }

  private static JsonObject object(byte[] json) throws IOException {
    try {
      return JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject();
    } catch (RuntimeException e) {
      throw new IOException("a message part is not a JSON object: " + e.getMessage(), e);
    }
  }
}
