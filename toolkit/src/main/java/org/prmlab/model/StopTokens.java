package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.prmlab.model.folder.CheckpointJson;
import org.prmlab.model.text.ChatTemplate;
import org.prmlab.model.text.TextTokenizer;

/** The tokens with which a checkpoint ends an answer. */
public final class StopTokens {
  private StopTokens() {}

  /**
   * {@code eos_token_id} of {@code generation_config.json} and {@code config.json}, and the {@code
   * eos_token} of {@code tokenizer_config.json}; all of them, since chat models name the end of a
   * turn in one and the end of a text in another.
   *
   * @return ids, none if the folder names none
   */
  public static Set<Integer> of(Checkpoint checkpoint, TextTokenizer tokenizer) {
    Set<Integer> ids = new TreeSet<>(of(checkpoint.configFolder(), tokenizer));
    ids.addAll(of(checkpoint.textFolder(), tokenizer));
    return ids;
  }

  /** The same of one folder. */
  public static Set<Integer> of(Path folder, TextTokenizer tokenizer) {
    Set<Integer> ids = new TreeSet<>();
    for (String name : new String[] {"generation_config.json", "config.json"}) {
      if (Files.exists(folder.resolve(name))) {
        add(CheckpointJson.read(folder.resolve(name)).path("eos_token_id"), ids);
      }
    }
    Path config = folder.resolve("tokenizer_config.json");
    if (Files.exists(config)) {
      String word = ChatTemplate.token(CheckpointJson.read(config).path("eos_token"));
      if (!word.isEmpty()) {
        ids.add(tokenizer.id(word));
      }
    }
    return ids;
  }

  /**
   * The tokens that hold some text, such as a blank line. A tokenizer that spells it with several
   * tokens has none: samples are then cut afterwards, which is slower.
   */
  public static Set<Integer> holding(String part, Checkpoint checkpoint, TextTokenizer tokenizer) {
    Set<Integer> ids = new TreeSet<>();
    for (int id = 0; id < checkpoint.config().vocabulary(); id++) {
      if (tokenizer.decode(id).contains(part)) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** One id or a list of them. */
  private static void add(JsonNode node, Set<Integer> ids) {
    if (node.isIntegralNumber()) {
      ids.add(node.intValue());
    }
    node.forEach(one -> ids.add(one.intValue()));
  }
}
