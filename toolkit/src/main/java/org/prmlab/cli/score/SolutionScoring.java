package org.prmlab.cli.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.TerminalProgress;
import org.prmlab.cli.score.ScoreReport.Counts;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.data.StepScores;
import org.prmlab.format.ResumableJsonLines;
import org.prmlab.format.SolutionStream;
import org.prmlab.format.StepFiles;
import org.prmlab.prm.OutcomeRewardModel;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.prm.ScoringProgress;
import org.prmlab.scale.ScoreBlocks;

/**
 * Scores a file of any size in windows of some solutions, in file order: their steps with a PRM, or
 * the solutions as a whole with an outcome reward model. A window is computed as a whole even if an
 * earlier run wrote part of it: so the batches, and with them the last digits of every score, do
 * not depend on where a run was interrupted.
 */
final class SolutionScoring {
  private static final int WINDOW = ScoreBlocks.WINDOW;

  private final Path folder;
  private final PrmSettings settings;

  SolutionScoring(Path folder, PrmSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /**
   * A window's records, and how many scores there are.
   *
   * @param wanted how many there were to be: one a step, or one a solution
   */
  private record Scored(List<ObjectNode> records, List<Integer> scores, List<Integer> wanted) {}

  /** Scores a window. */
  @FunctionalInterface
  private interface Scorer {
    Scored score(List<LabeledSolution> window, ScoringProgress progress);
  }

  /**
   * Scores a file.
   *
   * @param reading how it is read
   */
  ScoreReport run(Path data, ReadingOptions reading, Path out) {
    long begin = System.nanoTime();
    SolutionStream records = reading.stream(data, solution -> {});
    String sha256 = StepFiles.sha256(data) + reading.fingerprint();
    if (OutcomeRewardModel.isIn(folder, settings)) {
      try (OutcomeRewardModel model = OutcomeRewardModel.load(folder, settings)) {
        String configuration = ScoreBlocks.configuration(model.fingerprint(), sha256);
        Done done = write(records, out, configuration, (w, bar) -> outcomes(model, w, bar));
        Counts counts = Counts.ofOutcomes(done.scores(), done.missing());
        return new ScoreReport(
            model.name(),
            model.family(),
            records.size(),
            done.resumed(),
            counts,
            since(begin),
            out);
      }
    }
    try (ProcessRewardModel prm = ProcessRewardModel.load(folder, settings)) {
      String configuration = ScoreBlocks.configuration(prm.fingerprint(), sha256);
      Done done = write(records, out, configuration, (w, bar) -> steps(prm, w, bar));
      Counts counts = Counts.ofSteps(done.scores(), done.missing());
      return new ScoreReport(
          prm.name(), prm.family(), records.size(), done.resumed(), counts, since(begin), out);
    }
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /**
   * What was written.
   *
   * @param resumed solutions that an earlier run had written
   * @param missing scores that could not be given
   */
  private record Done(int resumed, long scores, long missing) {}

  private static Done write(SolutionStream records, Path out, String configuration, Scorer scorer) {
    try (ResumableJsonLines lines = open(records, out, configuration);
        SolutionStream.Reader reader = records.open()) {
      int resumed = lines.done();
      int from = resumed / WINDOW * WINDOW;
      reader.skip(from);
      TerminalProgress progress = new TerminalProgress(records.size());
      long scores = 0;
      long wanted = 0;
      while (reader.hasNext()) {
        List<LabeledSolution> window = reader.next(WINDOW);
        Scored scored = scorer.score(window, progress.after(from));
        for (int i = lines.done() - from; i < window.size(); i++) {
          lines.append(window.get(i).solution().id(), scored.records().get(i));
          scores += scored.scores().get(i);
          wanted += scored.wanted().get(i);
        }
        from += window.size();
      }
      progress.end();
      return new Done(resumed, scores, wanted - scores);
    }
  }

  private static ResumableJsonLines open(SolutionStream records, Path out, String configuration) {
    try (SolutionStream.Reader reader = records.open()) {
      return ResumableJsonLines.open(out, configuration, reader.ids());
    }
  }

  private static Scored steps(
      ProcessRewardModel prm, List<LabeledSolution> window, ScoringProgress progress) {
    List<StepScores> scores = prm.score(solutions(window), progress);
    List<ObjectNode> records = new ArrayList<>();
    for (int i = 0; i < window.size(); i++) {
      records.add(ScoreBlocks.record(window.get(i), scores.get(i)));
    }
    return new Scored(
        records,
        scores.stream().map(StepScores::scored).toList(),
        window.stream().map(s -> s.solution().steps().size()).toList());
  }

  private static Scored outcomes(
      OutcomeRewardModel model, List<LabeledSolution> window, ScoringProgress progress) {
    List<OptionalDouble> scores = model.score(solutions(window), progress);
    List<ObjectNode> records = new ArrayList<>();
    for (int i = 0; i < window.size(); i++) {
      LabeledSolution one = window.get(i);
      OptionalDouble score = scores.get(i);
      records.add(
          ScoreBlocks.record(
              score.isPresent() ? one.withOutcome(model.name(), score.getAsDouble()) : one));
    }
    return new Scored(
        records,
        scores.stream().map(s -> s.isPresent() ? 1 : 0).toList(),
        window.stream().map(s -> 1).toList());
  }

  private static List<Solution> solutions(List<LabeledSolution> window) {
    return window.stream().map(LabeledSolution::solution).toList();
  }
}
