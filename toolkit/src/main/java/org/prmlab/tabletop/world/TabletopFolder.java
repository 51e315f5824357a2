package org.prmlab.tabletop.world;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.prmlab.data.AtomicFile;
import org.prmlab.model.DecoderShape;
import org.prmlab.model.NewCheckpoint;
import org.prmlab.tabletop.program.ProgramTokens;

/**
 * The folder of a tabletop model: a Hugging Face checkpoint like any other. Its chat template is
 * the convention of the world: what a system message asks for, marking, is the token {@code
 * <mark>}.
 */
final class TabletopFolder {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Integer> SPECIAL =
      List.of(ProgramTokens.PAD, ProgramTokens.BEGIN, ProgramTokens.STEP, ProgramTokens.MARK);
  private static final String TEMPLATE =
      "{% for message in messages %}{% if message['role'] == 'system' %}<mark>{% else %} "
          + "{{ message['content'] }}{% endif %}{% endfor %}";

  private TabletopFolder() {}

  /** Writes a model that has learnt nothing yet, with the world's tokenizer. */
  public static void write(Path folder, DecoderShape shape, long seed) {
    NewCheckpoint.write(folder, shape, seed);
    write(folder.resolve("tokenizer.json"), tokenizer());
    ObjectNode config = JSON.createObjectNode().put("tokenizer_class", "PreTrainedTokenizerFast");
    config.put("bos_token", "<bos>").put("pad_token", "<pad>").put("chat_template", TEMPLATE);
    write(folder.resolve("tokenizer_config.json"), config);
  }

  /** Words with spaces between them; special ones need none. */
  private static ObjectNode tokenizer() {
    ObjectNode json = JSON.createObjectNode().put("version", "1.0");
    json.putNull("truncation").putNull("padding");
    ArrayNode added = json.putArray("added_tokens");
    for (int id : SPECIAL) {
      ObjectNode token = added.addObject();
      token.put("id", id).put("content", ProgramTokens.words().get(id));
      token.put("single_word", false).put("lstrip", false).put("rstrip", false);
      token.put("normalized", false).put("special", true);
    }
    json.putNull("normalizer").putObject("pre_tokenizer").put("type", "WhitespaceSplit");
    json.putNull("post_processor").putNull("decoder");
    ObjectNode model = json.putObject("model").put("type", "WordLevel");
    ObjectNode vocabulary = model.putObject("vocab");
    for (int id = 0; id < ProgramTokens.SIZE; id++) {
      vocabulary.put(ProgramTokens.words().get(id), id);
    }
    model.put("unk_token", "<pad>");
    return json;
  }

  private static void write(Path file, ObjectNode json) {
    AtomicFile.writeBytes(file, () -> JSON.writeValueAsBytes(json));
  }
}
