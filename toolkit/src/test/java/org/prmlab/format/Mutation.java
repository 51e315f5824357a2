package org.prmlab.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a record as files get damaged: cut, overwritten, mistyped, renamed, doubled. */
final class Mutation {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "1",
          "-1",
          "2",
          "7",
          "-100",
          "0.5",
          "1e999",
          "-0.0",
          "4294967296",
          "99999999999999999999999",
          "1e-400",
          "\"\"",
          "\" \"",
          "\"+\"",
          "\"ки\"",
          "\"1\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "[1,2]",
          "[\"a\"]",
          "[true]",
          "{\"a\":1}",
          "\"Step 1: ки\"",
          "\"\\ud83d\"",
          "\"\\u0000\"",
          "\"\\b\"",
          "\"\\boxed\"",
          "\"# Answer\"",
          "\"####\"",
          "NaN",
          "Infinity",
          "\"solution\"",
          "\"found_error\"",
          "\"user\"");
  private static final List<String> PIECES =
      List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "\n", " ", "\\u12", "//", "\ufeff", "ки");

  private final SplittableRandom random;

  Mutation(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The damaged bytes of a record, which is given as its line and as its tree. */
  byte[] of(String line, JsonNode tree) {
    byte[] bytes =
        random.nextInt(3) == 0
            ? line.getBytes(StandardCharsets.UTF_8)
            : restructured(tree).getBytes(StandardCharsets.UTF_8);
    int cuts = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
    for (int i = 0; i < cuts && bytes.length > 1; i++) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] damaged(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(1 + random.nextInt(40)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    switch (random.nextInt(6)) {
      case 0 -> out.write(bytes, end, bytes.length - end);
      case 1 -> {
        out.write(bytes, at, end - at);
        out.write(bytes, at, bytes.length - at);
      }
      case 2 -> {
        out.write(random.nextInt(256));
        out.write(bytes, at + 1, bytes.length - at - 1);
      }
      case 3 -> {
        out.writeBytes(oneOf(PIECES).getBytes(StandardCharsets.UTF_8));
        out.write(bytes, at, bytes.length - at);
      }
      case 4 -> {
        out.writeBytes(oneOf(VALUES).getBytes(StandardCharsets.UTF_8));
        out.write(bytes, end, bytes.length - end);
      }
      default -> out.write(bytes, at, 0);
    }
    return out.toByteArray();
  }

  /** One to three values of the tree replaced, removed, renamed or repeated. */
  private String restructured(JsonNode tree) {
    JsonNode root = tree.deepCopy();
    List<String> replacements = new ArrayList<>();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      change(root, replacements);
    }
    String text = root.toString();
    for (int i = 0; i < replacements.size(); i++) {
      text = text.replace("\"@" + i + "@\"", replacements.get(i));
    }
    return text;
  }

  private void change(JsonNode root, List<String> replacements) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    String mark = "@" + replacements.size() + "@";
    if (container instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      switch (random.nextInt(4)) {
        case 0 -> array.remove(at);
        case 1 -> array.insert(at, array.get(at).deepCopy());
        case 2 -> array.insert(at, mark);
        default -> array.set(at, mark);
      }
    } else if (container instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = oneOf(names);
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(oneOf(names), object.get(name).deepCopy());
        default -> object.put(name, mark);
      }
    }
    replacements.add(oneOf(VALUES));
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private String oneOf(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
