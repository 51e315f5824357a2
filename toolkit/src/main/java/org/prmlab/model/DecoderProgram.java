package org.prmlab.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.prmlab.data.AtomicFile;
import org.prmlab.model.WeightSlot.Part;
import org.prmlab.model.folder.CheckpointException;

/**
 * The decoder's program by itself, for machines that have PyTorch and no Java: the archive that the
 * engine loads, and which tensors of a checkpoint go where.
 */
public final class DecoderProgram {
  /** The archive's name in its folder. */
  public static final String ARCHIVE = "decoder.pt";

  /** The name of the list of weights. */
  public static final String WEIGHTS = "weights.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DecoderProgram() {}

  /**
   * Writes {@code decoder.pt} and {@code weights.json} beside a folder's {@code config.json}. The
   * list has the weights in the order in which the program wants them: {@code head} (whether it
   * belongs to the head), {@code rows}, {@code columns} (0 for a vector) and the {@code parts}, the
   * names of the tensors that lie in it one under the other (none: a bias the model has not).
   *
   * @throws CheckpointException if the configuration is missing, damaged or of another model type
   */
  public static void write(Path folder, Head head) {
    DecoderConfig config = ConfigReader.read(folder.resolve("config.json"));
    AtomicFile.writeBytes(folder.resolve(ARCHIVE), () -> Decoder.archive(config));
    List<Map<String, Object>> weights =
        new java.util.ArrayList<>(
            WeightSlot.ofDecoder(config).stream().map(slot -> asJson(false, slot)).toList());
    head.slots(config).forEach(slot -> weights.add(asJson(true, slot)));
    AtomicFile.writeBytes(folder.resolve(WEIGHTS), () -> JSON.writeValueAsBytes(weights));
  }

  private static Map<String, Object> asJson(boolean head, WeightSlot slot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("head", head);
    json.put("rows", slot.rows());
    json.put("columns", slot.columns());
    json.put("parts", slot.parts().stream().map(Part::name).toList());
    return json;
  }
}
