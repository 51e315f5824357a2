package org.prmlab.cli.score;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.CompletionOptions;
import org.prmlab.cli.common.LabelProgress;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.SolutionStream;
import org.prmlab.labeling.judge.GenerativePrm;
import org.prmlab.labeling.judge.VerdictFamily;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.TokenUsage;

/**
 * Scores a file by a PRM that writes verdicts. Outputs are kept in a journal beside the result,
 * which is made from them at the end.
 *
 * @param cost of some usage of a model; null without prices
 */
record VerdictScoring(
    VerdictFamily family,
    VerdictOptions options,
    BiFunction<String, TokenUsage, @Nullable Double> cost) {

  /**
   * @param reading how the data is read
   * @param window solutions asked about before any is written
   */
  VerdictScoreReport run(LabelRun run, ReadingOptions reading, CompletionSource model, int window) {
    long begin = System.nanoTime();
    SolutionStream records = run.allRecords(reading);
    try (AnswerJournal journal = run.journal(model.configuration())) {
      GenerativePrm prm = GenerativePrm.of(model, family).withVotes(options.votes());
      VerdictWindow verdicts = new VerdictWindow(prm, journal, run.source(), options.rule());
      LabelProgress progress = new LabelProgress(records.size(), journal);
      LabelRun.Result result =
          run.write(
              records,
              some -> {
                progress.begin(some.size(), questions(some));
                return verdicts.label(some);
              },
              new LabelRun.Windows(window, window));
      progress.end();
      return new VerdictScoreReport(
          run.source(),
          family.word(),
          result.solutions(),
          verdicts.counts(),
          usage(model, journal, begin),
          MissingReport.of(result.missing()),
          run.out());
    }
  }

  private long questions(List<LabeledSolution> window) {
    return family == VerdictFamily.THINKPRM
        ? window.size()
        : window.stream().mapToLong(r -> r.solution().steps().size()).sum();
  }

  private UsageReport usage(CompletionSource model, AnswerJournal journal, long begin) {
    TokenUsage all = journal.added().plus(journal.earlier());
    return new UsageReport(
        CompletionOptions.requests(model),
        journal.added(),
        journal.earlier(),
        cost.apply(model.name(), all),
        (System.nanoTime() - begin) / 1e9);
  }
}
