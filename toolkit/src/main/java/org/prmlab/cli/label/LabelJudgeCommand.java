package org.prmlab.cli.label;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.prmlab.cli.common.CompletionOptions;
import org.prmlab.cli.common.LabelProgress;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.format.SolutionStream;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prmlab label judge}: labels by a language model as judge, resumable. */
@Command(
    name = "judge",
    description = {
      "Label steps by a language model that looks for the first wrong one (LLM-as-a-judge).",
      "The result is the toolkit's own record with labels up to the first error; the raw outputs"
          + " are kept in it. Every answer of the model is kept in OUT.journal.jsonl first: the"
          + " same command goes on where a run stopped."
    })
final class LabelJudgeCommand implements Callable<Integer> {
  private static final double TEMPERATURE = 0;

  @Mixin private final LabelOptions files = new LabelOptions();
  @Mixin private final CompletionOptions model = new CompletionOptions();
  @Mixin private final JudgeOptions judging = new JudgeOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    LabelRun run = files.run("judge");
    SolutionStream records = run.records(reading);
    judging.requireDifferentVotes(model.temperature(TEMPERATURE));
    try (CompletionSource llm = model.open(TEMPERATURE);
        AnswerJournal journal = run.journal(llm.configuration())) {
      ObjectNode settings = model.settings(llm, TEMPERATURE).put("shape", judging.shape());
      JudgeWindow window = new JudgeWindow(judging.judge(llm), journal, run.source(), settings);
      LabelProgress progress = new LabelProgress(records.size(), journal);
      LabelRun.Result result =
          run.write(
              records,
              some -> {
                progress.begin(some.size(), some.size());
                return window.label(some);
              },
              new LabelRun.Windows(model.window(), model.window()));
      progress.end();
      LabelJudgeReport report =
          new LabelJudgeReport(
              llm.name(),
              result.solutions(),
              window.counts(),
              UsageReport.of(llm, journal, model, begin),
              MissingReport.of(result.missing()),
              run.out());
      format.print(report, report.text());
      return report.missing().exitCode();
    }
  }
}
