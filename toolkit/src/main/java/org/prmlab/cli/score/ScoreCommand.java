package org.prmlab.cli.score;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.GivenOptions;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.PrmOptions;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.RequestOptions;
import org.prmlab.labeling.judge.VerdictFamily;
import org.prmlab.llm.CompletionSource;
import org.prmlab.prm.PrmSettings;
import org.prmlab.served.ServedSettings;
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
      "Score the steps of every solution in a file with a process reward model, or the solutions"
          + " as a whole with an outcome reward model.",
      "The result is the toolkit's own record, one line a solution, with field scores, or"
          + " outcome_scores. A run that was interrupted continues where it stopped.",
      "The PRM is a folder (--prm), or one that a server computes (--endpoint URL --model NAME"
          + " --family NAME); a server's answers are kept in OUT.journal.jsonl and paid for once.",
      "PRMs that write their verdicts are families too: genprm, thinkprm, stepwiser, each in a"
          + " folder or behind an endpoint that speaks OpenAI's protocol."
    })
public final class ScoreCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--model",
      defaultValue = "",
      paramLabel = "NAME",
      description = "The PRM's name at the endpoint, as the server calls it.")
  private String model = "";

  @Mixin private final PrmOptions prm = new PrmOptions();
  @Mixin private final RequestOptions requests = new RequestOptions();
  @Mixin private final ServedOptions served = new ServedOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final VerdictOptions verdicts = new VerdictOptions();
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
          "\"step_positions\": [...]}], \"plus_id\": N, \"minus_id\": N}; writes {\"scores\":"
              + " [...]}."
        })
    private @Nullable Path tokenIds;
  }

  @Override
  public Integer call() {
    Optional<VerdictFamily> writes =
        Optional.ofNullable(prm.kind().family()).flatMap(VerdictFamily::named);
    if (writes.isPresent()) {
      return written(writes.get());
    }
    given()
        .refuse(
            "only PRMs that write (%s) are asked for words".formatted(VerdictFamily.names()),
            VerdictOptions.NAMES);
    return requests.isNamed() ? served() : local();
  }

  private int written(VerdictFamily family) {
    given().require("--data", "a PRM that writes is asked about solutions");
    given().refuse("a PRM that writes is asked in words", ServedOptions.NAMES);
    VerdictModel chosen =
        requests.isNamed()
            ? VerdictModel.behind(requests, askedName(), verdicts)
            : VerdictModel.here(localPrm(), verdicts);
    LabelRun run = LabelRun.of(requireNonNull(input.data), out, chosen.name());
    try (CompletionSource model = chosen.open(family)) {
      VerdictScoreReport report =
          new VerdictScoring(family, verdicts, requests::cost)
              .run(run, reading, model, chosen.window());
      format.print(report, report.text());
      return report.missing().exitCode();
    }
  }

  private PrmOptions localPrm() {
    given().require("--prm", PrmOptions.NEEDED + ", or a server (--endpoint)");
    given().refuse("no --endpoint is named", "--model");
    given().refuse("no --endpoint is named", RequestOptions.NAMES.toArray(String[]::new));
    given().refuse("no --endpoint is named", ServedOptions.NAMES);
    return prm;
  }

  private String askedName() {
    given().require("--model", "the PRM's name at the endpoint");
    given().refuse("the PRM runs behind --endpoint", PrmOptions.LOCAL.toArray(String[]::new));
    return model;
  }

  private int local() {
    PrmSettings settings = localPrm().settings();
    ScoreReport report =
        input.data != null
            ? new SolutionScoring(prm.folder(), settings).run(input.data, reading, out)
            : TokenRowFile.score(prm.folder(), settings, requireNonNull(input.tokenIds), out);
    format.print(report, report.toString());
    return 0;
  }

  private int served() {
    given().require("--data", "a server is asked about solutions");
    given()
        .require("--family", "how the served PRM is fed and read; the README lists the families");
    String family = String.valueOf(prm.kind().family());
    ServedSettings settings =
        served
            .settings(requests.url(), askedName(), family)
            .withConventions(prm.kind().conventions());
    ServedScoreReport report =
        new ServedScoring(settings, requests)
            .run(LabelRun.of(requireNonNull(input.data), out, model), reading);
    format.print(report, report.text());
    return report.missing().exitCode();
  }

  private GivenOptions given() {
    return new GivenOptions(spec);
  }
}
