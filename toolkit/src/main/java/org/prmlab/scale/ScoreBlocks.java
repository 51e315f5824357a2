package org.prmlab.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepScores;
import org.prmlab.format.Conversion;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.ResumableJsonLines;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;

/**
 * Step scores of a block: the lines that {@code prmlab score} writes. A block is scored in windows
 * of {@value #WINDOW} solutions, as there, because the last digit of a score depends on which
 * solutions are computed together.
 *
 * @param folder the checkpoint, on a path that every machine sees
 * @param prm how it is run; a GPU that the cluster gives a block goes before its device
 * @param data SHA-256 of the data file
 */
public record ScoreBlocks(String folder, Settings prm, String data) implements BlockFunction {
  /** Solutions that are scored together. */
  public static final int WINDOW = 64;

  /** Output: one record a solution. */
  public static final String SCORED = "scored";

  /** Output: what the scores depend on, one line a block. */
  public static final String CONFIGURATION = "configuration";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** PRM settings that travel. */
  @FunctionalInterface
  public interface Settings extends Serializable {
    PrmSettings settings();
  }

  @Override
  public Map<String, List<String>> apply(Block block) {
    PrmSettings settings = prm.settings();
    ComputeSettings compute = settings.compute();
    ComputeSettings here = block.gpu().map(gpu -> compute.withDevice("gpu:" + gpu)).orElse(compute);
    List<LabeledSolution> records =
        block.lines().stream().map(line -> RecordLines.read(line.first())).toList();
    return LoadedPrms.with(
        Path.of(folder), settings.withCompute(here), model -> scored(model, records));
  }

  private Map<String, List<String>> scored(ProcessRewardModel model, List<LabeledSolution> all) {
    String configuration = configuration(model.fingerprint(), data);
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < all.size(); from += WINDOW) {
      List<LabeledSolution> window = all.subList(from, Math.min(from + WINDOW, all.size()));
      List<StepScores> scores =
          model.score(window.stream().map(LabeledSolution::solution).toList());
      for (int i = 0; i < window.size(); i++) {
        lines.add(
            ResumableJsonLines.line(
                window.get(i).solution().id(),
                configuration,
                record(window.get(i), scores.get(i))));
      }
    }
    return Map.of(SCORED, lines, CONFIGURATION, List.of(configuration));
  }

  /**
   * Fingerprint of everything that decides the scores.
   *
   * @param model fingerprint of the model and its settings
   * @param data SHA-256 of the data file
   */
  public static String configuration(String model, String data) {
    return new Fingerprint().add("prm", model).add("file", data).hex().substring(0, 16);
  }

  /** A solution's record with these scores beside those it has. */
  public static ObjectNode record(LabeledSolution labeled, StepScores scores) {
    List<Double> values = scores.values().boxed().toList();
    return record(labeled.withScores(scores.prm(), values, scores.meaning()));
  }

  /** A solution's record. */
  public static ObjectNode record(LabeledSolution labeled) {
    ObjectNode record = JSON.createObjectNode();
    new PrmlabRecord().encode(labeled, Conversion.exact(), record);
    return record;
  }
}
