package org.prmlab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.prm.PrmSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab score}: step scores of a file, resumable. */
@Command(
    name = "score",
    description = {
      "Score the steps of every solution in a file with a process reward model.",
      "The result is the toolkit's own record, one line a solution, with field scores. A run that"
          + " was interrupted continues where it stopped."
    })
final class ScoreCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final PrmOptions prm = new PrmOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @ArgGroup(multiplicity = "1")
  private Input input = new Input();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSONL to write.")
  private Path out = Path.of("");

  /** What is scored. */
  static final class Input {
    @Option(
        names = "--data",
        paramLabel = "FILE",
        description = "Solutions, in any format the toolkit reads.")
    private @Nullable Path data;

    @Option(
        names = "--token-ids",
        paramLabel = "FILE",
        description = {
          "Rows that are already tokens, for parity checks: {\"rows\": [{\"input_ids\": [...],",
          "\"step_positions\": [...]}], \"plus_id\": N, \"minus_id\": N}; writes {\"scores\": [...]}."
        })
    private @Nullable Path tokenIds;
  }

  @Override
  public Integer call() {
    PrmSettings settings = prm.settings();
    ScoreReport report =
        input.data != null
            ? new SolutionScoring(prm.folder(), settings).run(input.data, out)
            : TokenRowFile.score(
                prm.folder(), settings, java.util.Objects.requireNonNull(input.tokenIds), out);
    format.print(spec.commandLine().getOut(), report, report.toString());
    return 0;
  }
}
