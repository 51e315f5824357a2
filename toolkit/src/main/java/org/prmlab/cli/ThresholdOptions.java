package org.prmlab.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.StepDataset;
import org.prmlab.evaluation.CrossFit;
import org.prmlab.evaluation.JudgedSolution;
import org.prmlab.evaluation.ScoredSolution;
import org.prmlab.evaluation.ThresholdCurve;
import org.prmlab.format.Formats;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which threshold turns scores into verdicts: fixed, tuned on a named file, or cross-fitted. */
final class ThresholdOptions {
  @ArgGroup private final Choice choice = new Choice();

  @Option(
      names = "--tune-scores",
      paramLabel = "FILE",
      description = "Scores of the --tune-on file (default: where the other scores are).")
  private @Nullable Path tuneScores;

  /** At most one of these. */
  static final class Choice {
    @Option(
        names = "--threshold",
        paramLabel = "T",
        description = "A step is right if its score is greater (default: 0.5).")
    private @Nullable Double fixed;

    @Option(
        names = "--tune-on",
        paramLabel = "FILE",
        description = "Use the threshold of the best F1 on these labelled solutions.")
    private @Nullable Path tuneOn;

    @Option(
        names = "--cross-fit",
        paramLabel = "K",
        description = "Deal problems into K folds; judge each by the threshold best on the others.")
    private @Nullable Integer folds;
  }

  /** The file that the threshold is tuned on. */
  Optional<Path> tuneOn() {
    return Optional.ofNullable(choice.tuneOn);
  }

  JudgedAtThreshold judge(List<ScoredSolution> rows, ScoreSource source, long seed) {
    return judge(rows, source, seed, Formats::read);
  }

  /**
   * Judges solutions.
   *
   * @param reading reads the file to tune on
   */
  JudgedAtThreshold judge(
      List<ScoredSolution> rows,
      ScoreSource source,
      long seed,
      Function<Path, StepDataset> reading) {
    if (choice.folds != null) {
      CrossFit fit = CrossFit.of(rows, choice.folds, seed);
      return new JudgedAtThreshold(fit.judged(), "cross-fitted", fit.thresholds(), 0, rows);
    }
    if (choice.tuneOn != null) {
      return tuned(rows, source, reading.apply(choice.tuneOn));
    }
    double fixed = choice.fixed == null ? 0.5 : choice.fixed;
    return new JudgedAtThreshold(at(fixed, rows), "fixed", List.of(fixed), 0, rows);
  }

  private JudgedAtThreshold tuned(
      List<ScoredSolution> rows, ScoreSource source, StepDataset tuning) {
    ScoreSource scores = tuneScores == null ? source : ScoreSource.ofFile(tuneScores);
    List<ScoredSolution> seen = scores.of(tuning, tuneOn().orElseThrow());
    double best = ThresholdCurve.of(seen).best().threshold();
    return new JudgedAtThreshold(at(best, rows), "tuned", List.of(best), shared(rows, seen), rows);
  }

  /** How many of the judged solutions are of a problem that the threshold was tuned on. */
  private static int shared(List<ScoredSolution> rows, List<ScoredSolution> seen) {
    Set<String> problems = new HashSet<>();
    seen.forEach(s -> problems.add(problem(s)));
    return (int) rows.stream().filter(r -> problems.contains(problem(r))).count();
  }

  private static String problem(ScoredSolution row) {
    return row.scores().solution().problem().key().text();
  }

  private static List<JudgedSolution> at(double threshold, List<ScoredSolution> rows) {
    return rows.stream().map(r -> r.at(threshold)).toList();
  }
}
