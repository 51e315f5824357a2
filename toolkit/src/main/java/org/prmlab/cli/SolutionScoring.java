package org.prmlab.cli;

import java.nio.file.Path;
import java.util.List;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Solution;
import org.prmlab.format.Formats;
import org.prmlab.format.ResumableJsonLines;
import org.prmlab.model.Fingerprint;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.prm.StepScores;
import org.prmlab.scale.ScoreBlocks;

/**
 * Scores a file in windows of some solutions, in file order. A window is computed as a whole even
 * if an earlier run wrote part of it: so the batches, and with them the last digits of every score,
 * do not depend on where a run was interrupted.
 */
final class SolutionScoring {
  private static final int WINDOW = ScoreBlocks.WINDOW;

  private final Path folder;
  private final PrmSettings settings;

  SolutionScoring(Path folder, PrmSettings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  ScoreReport run(Path data, Path out) {
    long begin = System.nanoTime();
    List<LabeledSolution> records = Formats.read(data).solutions();
    List<String> ids = records.stream().map(r -> r.solution().id()).toList();
    try (ProcessRewardModel prm = ProcessRewardModel.load(folder, settings);
        ResumableJsonLines lines =
            ResumableJsonLines.open(
                out, ScoreBlocks.configuration(prm, Fingerprint.sha256(data)), ids)) {
      int resumed = lines.done();
      TerminalProgress progress = new TerminalProgress(records.size());
      long scored = 0;
      long steps = 0;
      for (int from = resumed / WINDOW * WINDOW; from < records.size(); from += WINDOW) {
        int to = Math.min(from + WINDOW, records.size());
        List<LabeledSolution> window = records.subList(from, to);
        List<Solution> solutions = window.stream().map(LabeledSolution::solution).toList();
        List<StepScores> scores = prm.score(solutions, progress.after(from));
        for (int i = lines.done() - from; i < window.size(); i++) {
          lines.append(ScoreBlocks.record(window.get(i), scores.get(i)));
          scored += scores.get(i).scored();
          steps += window.get(i).solution().steps().size();
        }
      }
      progress.end();
      double seconds = (System.nanoTime() - begin) / 1e9;
      return new ScoreReport(
          prm.name(), prm.family(), ids.size(), resumed, scored, steps - scored, seconds, out);
    }
  }
}
