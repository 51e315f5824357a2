package org.prmlab.cli.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prmlab.cli.common.LabelProgress;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.RequestOptions;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.SolutionStream;
import org.prmlab.llm.TokenUsage;
import org.prmlab.served.RewardJournal;
import org.prmlab.served.ServedPrm;
import org.prmlab.served.ServedSettings;

/**
 * Scores a file by a PRM that a server computes. Answers are kept in a journal beside the result,
 * which is made from them at the end.
 */
record ServedScoring(ServedSettings settings, RequestOptions requests) {
  private static final LabelRun.Windows WINDOWS = new LabelRun.Windows(1000, 1000);

  /**
   * Scores a file.
   *
   * @param reading how it is read
   */
  ServedScoreReport run(LabelRun run, ReadingOptions reading) {
    long begin = System.nanoTime();
    SolutionStream records = run.allRecords(reading);
    try (ServedPrm prm = ServedPrm.connect(settings, requests.limits(), requests.key())) {
      run.requireOwnResult();
      try (RewardJournal journal = RewardJournal.open(run.journalFile(), prm.configuration())) {
        LabelProgress progress = new LabelProgress(records.size(), journal::listen);
        LabelRun.Result result =
            run.write(
                records,
                window -> {
                  progress.begin(window.size(), window.size());
                  return scored(window, prm, journal);
                },
                WINDOWS);
        progress.end();
        return new ServedScoreReport(
            prm.name(),
            settings.family(),
            result.solutions(),
            prm.isOutcome() ? 0 : result.steps(),
            prm.isOutcome() ? result.solutions() - result.missing().size() : 0,
            prm.scale(),
            usage(prm, journal, begin),
            MissingReport.of(result.missing()),
            run.out());
      }
    }
  }

  private static List<LabelRun.Labeled> scored(
      List<LabeledSolution> window, ServedPrm prm, RewardJournal journal) {
    List<ServedPrm.Scored> scored =
        prm.score(window.stream().map(LabeledSolution::solution).toList(), journal);
    List<LabelRun.Labeled> labeled = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      LabeledSolution record = window.get(i);
      ServedPrm.Scored one = scored.get(i);
      boolean missing = one.scores().isEmpty() && one.outcome().isEmpty();
      labeled.add(
          new LabelRun.Labeled(
              missing ? record : with(record, one, prm.name()),
              missing ? Optional.of(one.missing()) : Optional.empty()));
    }
    return labeled;
  }

  private static LabeledSolution with(LabeledSolution record, ServedPrm.Scored one, String name) {
    return one.scores()
        .map(s -> record.withScores(name, s.values().boxed().toList(), s.meaning()))
        .orElseGet(() -> record.withOutcome(name, one.outcome().orElseThrow()));
  }

  private UsageReport usage(ServedPrm prm, RewardJournal journal, long begin) {
    TokenUsage all = journal.added().plus(journal.earlier());
    return new UsageReport(
        prm.requests(),
        journal.added(),
        journal.earlier(),
        requests.cost(prm.name(), all),
        (System.nanoTime() - begin) / 1e9);
  }
}
