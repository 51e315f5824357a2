package org.prmlab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.labeling.AdaptiveStopping;
import org.prmlab.labeling.AnswerJournal;
import org.prmlab.labeling.CompletionSource;
import org.prmlab.labeling.EveryStep;
import org.prmlab.labeling.FirstErrorSearch;
import org.prmlab.labeling.MonteCarloLabeler;
import org.prmlab.labeling.RolloutPrompt;
import org.prmlab.labeling.RolloutSource;
import org.prmlab.labeling.RolloutStrategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab label mc}: Monte-Carlo labels, resumable. */
@Command(
    name = "mc",
    description = {
      "Label steps by how many completions from there reach the gold answer (Monte-Carlo).",
      "The result is the toolkit's own record with counts a step. Every answer of the model is kept"
          + " in OUT.journal.jsonl first: the same command goes on where a run stopped, and more"
          + " rollouts or another strategy use what is there."
    })
final class LabelMcCommand implements Callable<Integer> {
  private static final double TEMPERATURE =
      0.7; // of the paper's samples; its rollouts' is unstated

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final LabelOptions files = new LabelOptions();
  @Mixin private final CompletionOptions model = new CompletionOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--rollouts",
      defaultValue = "8",
      paramLabel = "K",
      description = "Completions from each step (default: ${DEFAULT-VALUE}, the paper's).")
  private int rollouts;

  @Option(
      names = "--strategy",
      defaultValue = "every-step",
      paramLabel = "NAME",
      description =
          "every-step (the paper), first-error (binary search, OmegaPRM), or adaptive (stops when"
              + " the hard label is decided; its rates are biased).")
  @SuppressWarnings("NullAway.Init") // has a default
  private Strategy strategy;

  @Option(
      names = "--threshold",
      defaultValue = "0",
      paramLabel = "T",
      description =
          "For first-error and adaptive: a rate above it is correct (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--prompt",
      paramLabel = "FILE",
      description =
          "Plain text with {problem} and {prefix} in place of a conversation, e.g. for base models.")
  private @Nullable Path prompt;

  /** By name on the command line. */
  enum Strategy {
    EVERY_STEP,
    FIRST_ERROR,
    ADAPTIVE
  }

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    LabelRun run = files.run("mc");
    List<LabeledSolution> records = run.records();
    RolloutStrategy chosen = strategy();
    try (CompletionSource llm = model.open(TEMPERATURE);
        AnswerJournal journal = run.journal(llm.configuration())) {
      RolloutPrompt asked =
          prompt == null ? RolloutPrompt.conversation() : RolloutPrompt.read(prompt);
      MonteCarloLabeler labeler =
          MonteCarloLabeler.of(RolloutSource.of(llm, asked, journal), chosen);
      ObjectNode settings = model.settings(llm, TEMPERATURE).put("strategy", chosen.toString());
      McWindow mc = new McWindow(labeler, chosen, run.source(), settings);
      LabelProgress progress = new LabelProgress(records.size(), journal);
      LabelRun.Result result =
          run.write(
              records,
              window -> {
                progress.begin(window.size(), prompts(window));
                return mc.label(window);
              },
              model.window());
      progress.end();
      LabelMcReport report =
          new LabelMcReport(
              llm.name(),
              chosen.toString(),
              result.solutions(),
              result.steps(),
              mc.outcomes(),
              mc.cost(),
              UsageReport.of(llm, journal, model, begin),
              MissingReport.of(result.missing()),
              run.out());
      format.print(spec.commandLine().getOut(), report, report.text());
      return report.missing().exitCode();
    }
  }

  private RolloutStrategy strategy() {
    return switch (strategy) {
      case EVERY_STEP -> new EveryStep(rollouts);
      case FIRST_ERROR -> new FirstErrorSearch(rollouts, threshold);
      case ADAPTIVE -> AdaptiveStopping.of(rollouts, threshold);
    };
  }

  /** About how many answers a window takes; for the time left. */
  private long prompts(List<LabeledSolution> window) {
    return window.stream()
        .mapToLong(
            r -> {
              int steps = r.solution().steps().size();
              return strategy == Strategy.FIRST_ERROR
                  ? Integer.SIZE - Integer.numberOfLeadingZeros(steps)
                  : steps;
            })
        .sum();
  }
}
