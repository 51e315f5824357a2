package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.CheckpointJson;

/**
 * What {@code config.json} says about reading the head, beyond the decoder's shape.
 *
 * @param classes names of the classes in their order ({@code id2label}); empty if they have none
 *     but the ones transformers makes up ({@code LABEL_0})
 * @param padding id of the token that fills rows up ({@code pad_token_id}); transformers reads a
 *     sequence classifier at the last token that is another
 * @param pooling vLLM's pooling of type STEP, from any block of the file that has a {@code
 *     step_tag_id}
 */
public record HeadNotes(List<String> classes, OptionalInt padding, Optional<StepPooling> pooling) {
  public HeadNotes {
    classes = List.copyOf(classes);
  }

  static HeadNotes read(Path file) {
    JsonNode json = CheckpointJson.read(file);
    JsonNode padding = json.path("pad_token_id");
    return new HeadNotes(
        classes(json.path("id2label")),
        padding.isIntegralNumber() && padding.intValue() >= 0
            ? OptionalInt.of(padding.intValue())
            : OptionalInt.empty(),
        pooling(file, json));
  }

  private static List<String> classes(JsonNode byId) {
    List<String> names = new ArrayList<>();
    for (int i = 0; byId.has(Integer.toString(i)); i++) {
      names.add(byId.path(Integer.toString(i)).asText());
    }
    boolean madeUp = names.stream().allMatch(name -> name.matches("LABEL_\\d+"));
    return madeUp || names.size() != byId.size() ? List.of() : names;
  }

  private static Optional<StepPooling> pooling(Path file, JsonNode json) {
    if (json.hasNonNull("step_tag_id")) {
      return Optional.of(block(file, json));
    }
    for (JsonNode block : json) {
      if (block.isObject() && block.hasNonNull("step_tag_id")) {
        return Optional.of(block(file, block));
      }
    }
    return Optional.empty();
  }

  private static StepPooling block(Path file, JsonNode block) {
    List<Integer> returned = new ArrayList<>();
    block.path("returned_token_ids").forEach(id -> returned.add(id(file, id)));
    return new StepPooling(id(file, block.path("step_tag_id")), returned);
  }

  private static int id(Path file, JsonNode id) {
    if (!id.isIntegralNumber() || !id.canConvertToInt() || id.intValue() < 0) {
      throw CheckpointException.at(
          file, "step_tag_id and returned_token_ids hold %s; expected token ids", id);
    }
    return id.intValue();
  }
}
