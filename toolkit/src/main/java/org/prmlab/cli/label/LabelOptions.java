package org.prmlab.cli.label;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.LabelRun;
import picocli.CommandLine.Option;

/** What is labeled, where to, and under which name. */
final class LabelOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Solutions, in any format the toolkit reads; rollouts need gold answers.")
  private Path data = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "File to write: JSONL, .gz compresses.")
  private Path out = Path.of("");

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Name of the labels in the records (default: mc or judge).")
  private @Nullable String source;

  /**
   * @param name of the labels where none was given
   */
  LabelRun run(String name) {
    return LabelRun.of(data, out, source == null ? name : source);
  }
}
