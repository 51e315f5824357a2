package org.prmlab.cli.label;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.CompletionOptions;
import org.prmlab.cli.common.LabelProgress;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.format.SolutionStream;
import org.prmlab.labeling.rollout.MonteCarloLabeler;
import org.prmlab.labeling.rollout.RolloutSource;
import org.prmlab.labeling.rollout.RolloutStrategy;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prmlab label mc}: Monte-Carlo labels, resumable. */
@Command(
    name = "mc",
    description = {
      "Label steps by how many completions from there reach the gold answer (Monte-Carlo).",
      "The result is the toolkit's own record with counts a step. Every answer of the model is kept"
          + " in OUT.journal.jsonl first: the same command goes on where a run stopped, and more"
          + " rollouts or another strategy use what is there.",
      "A run ends early where (nearly) all rollouts of a batch have no verdict; the first batch is"
          + " small."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  The shipped tabletop policy, which is recognized by its vocabulary and needs no prompt:",
      "    zcat datasets/tabletop/world-1/best-of-8.jsonl.gz | head -200 > some.jsonl",
      "    prmlab label mc --model datasets/tabletop/world-1/policy --top-p 1 \\",
      "        --data some.jsonl --out mc.jsonl",
      "  A base model, with a prompt of yours that ends in {prefix}:",
      "    prmlab label mc --model DIR --prompt prompt.txt --stop 'Problem:' \\",
      "        --data solutions.jsonl --out mc.jsonl"
    })
final class LabelMcCommand implements Callable<Integer> {
  private static final int PROBE =
      4; // solutions of the first window, whose rollouts must be usable

  private static final double TEMPERATURE =
      0.7; // of the paper's samples; its rollouts' is unstated

  @Mixin private final LabelOptions files = new LabelOptions();
  @Mixin private final CompletionOptions model = new CompletionOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Mixin private final RolloutOptions rollouts = new RolloutOptions();

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    LabelRun run = files.run("mc");
    SolutionStream records = run.records(reading);
    RolloutStrategy chosen = rollouts.strategy();
    try (CompletionSource llm = model.openRollouts(TEMPERATURE, rollouts.stop());
        AnswerJournal journal = run.journal(llm.configuration())) {
      MonteCarloLabeler labeler =
          MonteCarloLabeler.of(RolloutSource.of(llm, rollouts.prompt(), journal), chosen);
      ObjectNode settings = model.settings(llm, TEMPERATURE).put("strategy", chosen.toString());
      McWindow mc = new McWindow(labeler, chosen, run.source(), settings);
      LabelProgress progress = new LabelProgress(records.size(), journal);
      LabelRun.Result result =
          run.write(
              records,
              window -> {
                progress.begin(window.size(), rollouts.prompts(window));
                List<LabelRun.Labeled> labeled = mc.label(window);
                if (rollouts.stopsWithoutVerdicts()) {
                  mc.requireVerdicts(run.journalFile());
                }
                return labeled;
              },
              new LabelRun.Windows(PROBE, model.window()));
      progress.end();
      LabelMcReport report =
          new LabelMcReport(
              llm.name(),
              chosen.toString(),
              result.solutions(),
              result.steps(),
              mc.unlabeled(),
              mc.outcomes(),
              mc.lastValues(),
              mc.cost(),
              UsageReport.of(llm, journal, model, begin),
              MissingReport.of(result.missing()),
              run.out());
      format.print(report, report.text());
      return report.missing().exitCode();
    }
  }
}
