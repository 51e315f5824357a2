package org.prmlab.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.prmlab.data.DatasetCard;
import org.prmlab.data.ToolkitVersion;
import org.prmlab.model.engine.EngineReport;
import org.prmlab.model.folder.Fingerprint;

/** All that a trained PRM depends on, known before the first step. */
record TrainingPlan(
    TrainedFamily trained,
    DatasetCard data,
    TrainingRows rows,
    Optional<HeldOutRows> heldOut,
    StepTargets targets,
    TrainingSettings settings) {

  /** SHA-256 of everything that the weights depend on, 64 hexadecimal digits. */
  String configuration() {
    Fingerprint print =
        new Fingerprint()
            .add("init", trained.checkpoint().fingerprint())
            .add("family", trained.family().name())
            .add("rows", rows.sha256())
            .add("loss", targets.kind())
            .add("settings", settings);
    heldOut.ifPresent(rows -> rows.describe(print));
    return print.hex();
  }

  /** How the model was made, for the file beside it. */
  Map<String, Object> provenance() {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("made_by", ToolkitVersion.text());
    about.put("engine", EngineReport.load().version());
    about.put("seed", settings.seed());
    about.put(
        "init",
        Map.of(
            "name", trained.checkpoint().name(),
            "fingerprint", trained.checkpoint().fingerprint()));
    about.put("family", trained.family().name());
    about.putAll(trained.family().trainedWith());
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("name", data.name());
    source.put("sha256", data.sha256());
    source.put("rows_sha256", rows.sha256());
    source.put("solutions", rows.rows().size());
    source.put("labels", rows.labels());
    about.put("data", source);
    heldOut.ifPresent(held -> about.put("held_out_data", about(held)));
    Map<String, Object> learned = new LinkedHashMap<>();
    learned.put("source", targets.source().orElse("reference verdict or first source"));
    learned.put("kind", targets.kind());
    learned.put("threshold", targets.binarization().threshold());
    learned.put("neutral", targets.binarization().neutral());
    learned.put("after_error", targets.afterError());
    about.put("targets", learned);
    about.put("settings", settings);
    about.put("configuration", configuration());
    return about;
  }

  private static Map<String, Object> about(HeldOutRows held) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("name", held.heldOut().data().card().name());
    about.put("sha256", held.heldOut().data().card().sha256());
    about.put("rows_sha256", held.rows().sha256());
    about.put("solutions", held.rows().rows().size());
    about.put("labels", held.rows().labels());
    about.put("every_steps", held.heldOut().everySteps());
    about.put("patience", held.heldOut().patience());
    return about;
  }
}
