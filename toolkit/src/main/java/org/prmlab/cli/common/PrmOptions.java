package org.prmlab.cli.common;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import org.prmlab.model.hub.HubCache;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.PrmSettings.TooLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which PRM, and how it is run; travels to the machines of a cluster. */
public final class PrmOptions implements Serializable {
  private static final long serialVersionUID = 1;

  /** Options that have no effect on a PRM that runs elsewhere. */
  public static final List<String> LOCAL =
      List.of(
          "--prm",
          "--reference",
          "--base",
          "--device",
          "--dtype",
          "--max-tokens-per-batch",
          "--truncate");

  /** What is missing where neither a folder nor a server is named. */
  public static final String NEEDED = "name a checkpoint folder, or the id of a fetched model";

  @Option(
      names = "--prm",
      paramLabel = "DIR|HUB-ID",
      description = "Checkpoint folder, or the id of a model that prmlab fetch brought.")
  private String prm = "";

  @Mixin private final PrmKindOptions kind = new PrmKindOptions();

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "cpu|gpu|gpu:N",
      description = "Where to compute; by default a GPU if there is one.")
  private String device = "auto";

  @Option(
      names = "--dtype",
      defaultValue = "auto",
      paramLabel = "float32|bfloat16|float16",
      description = "Number format to compute in; by default what suits the device.")
  private String dtype = "auto";

  @Option(
      names = "--max-tokens-per-batch",
      defaultValue = "4096",
      paramLabel = "N",
      description =
          "Most tokens computed together (default: 4096; fewer for wide models on the CPU).")
  private int tokensPerBatch = 4096;

  @Option(
      names = "--truncate",
      description = "Score only the leading steps of a solution longer than the model's context.")
  private boolean truncate;

  /** Which kind of PRM. */
  public PrmKindOptions kind() {
    return kind;
  }

  public Path folder() {
    return resolve(prm);
  }

  /** Spells its folders out, for processes that run in other folders. */
  public void spellFoldersOut() {
    prm = folder().toAbsolutePath().toString();
    kind.spellFoldersOut();
  }

  public PrmSettings settings() {
    return kind.apply(
        PrmSettings.withDefaults()
            .withCompute(
                ComputeSettings.withDefaults()
                    .withDevice(device)
                    .withPrecision(Precision.named(dtype)))
            .withTokensPerBatch(tokensPerBatch)
            .withTooLong(truncate ? TooLong.TRUNCATE : TooLong.REFUSE));
  }

  /** A folder, or that of a model that was fetched. */
  public static Path resolve(String name) {
    Path folder = Path.of(name);
    return Files.isDirectory(folder) ? folder : HubCache.ofEnvironment().model(name);
  }
}
