package org.prmlab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.labeling.AnswerJournal;
import org.prmlab.labeling.CompletionSource;
import org.prmlab.labeling.Judge;
import org.prmlab.labeling.JudgeShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab label judge}: labels by a language model as judge, resumable. */
@Command(
    name = "judge",
    description = {
      "Label steps by a language model that looks for the first wrong one (LLM-as-a-judge).",
      "The result is the toolkit's own record with labels up to the first error; the raw outputs are"
          + " kept in it. Every answer of the model is kept in OUT.journal.jsonl first: the same"
          + " command goes on where a run stopped."
    })
final class LabelJudgeCommand implements Callable<Integer> {
  private static final double TEMPERATURE = 0;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final LabelOptions files = new LabelOptions();
  @Mixin private final CompletionOptions model = new CompletionOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--shape",
      defaultValue = "analyses",
      paramLabel = "NAME",
      description =
          "analyses (the paper: paragraphs from 1, an analysis each, a conclusion) or boxed-index"
              + " (ProcessBench: from 0, the index in a box) (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private JudgeShape shape;

  @Option(
      names = "--prompt",
      paramLabel = "FILE",
      description = "Other wording of that shape: text with {problem} and {solution}.")
  private @Nullable Path prompt;

  @Option(
      names = "--votes",
      defaultValue = "1",
      paramLabel = "N",
      description = "Outputs a solution; the most frequent verdict wins (default: 1).")
  private int votes;

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    LabelRun run = files.run("judge");
    List<LabeledSolution> records = run.records();
    if (votes > 1 && model.isGreedy(TEMPERATURE)) {
      throw new IllegalArgumentException(
          votes + " votes at temperature 0 are all the same; set --temperature, e.g. 0.7");
    }
    try (CompletionSource llm = model.open(TEMPERATURE);
        AnswerJournal journal = run.journal(llm.configuration())) {
      Judge judge = Judge.of(llm, shape).withVotes(votes);
      judge = prompt == null ? judge : judge.withWording(prompt);
      ObjectNode settings = model.settings(llm, TEMPERATURE).put("shape", shape.toString());
      JudgeWindow window = new JudgeWindow(judge, journal, run.source(), settings);
      LabelProgress progress = new LabelProgress(records.size(), journal);
      LabelRun.Result result =
          run.write(
              records,
              some -> {
                progress.begin(some.size(), some.size());
                return window.label(some);
              },
              model.window());
      progress.end();
      LabelJudgeReport report =
          new LabelJudgeReport(
              llm.name(),
              result.solutions(),
              window.counts(),
              UsageReport.of(llm, journal, model, begin),
              MissingReport.of(result.missing()),
              run.out());
      format.print(spec.commandLine().getOut(), report, report.text());
      return report.missing().exitCode();
    }
  }
}
