package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ScoreSource;
import org.prmlab.data.SolutionColumns;
import org.prmlab.evaluation.CrossFit;
import org.prmlab.evaluation.ScoredColumns;
import org.prmlab.evaluation.ThresholdCurve;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which threshold turns scores into verdicts: fixed, tuned on a named file, or cross-fitted. */
public final class ThresholdOptions {
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
        paramLabel = "X",
        description = "A step is right if its score is greater (default: 0.5).")
    private @Nullable Double fixed;

    @Option(
        names = "--tune-on",
        paramLabel = "FILE",
        description = "Use the threshold of the best F1 on these labeled solutions.")
    private @Nullable Path tuneOn;

    @Option(
        names = "--cross-fit",
        paramLabel = "N",
        description = "Deal problems into N folds; judge each by the threshold best on the others.")
    private @Nullable Integer folds;
  }

  /** The file that the threshold is tuned on. */
  public Optional<Path> tuneOn() {
    return Optional.ofNullable(choice.tuneOn);
  }

  /**
   * Judges solutions.
   *
   * @param sources where their scores are, and those of the file to tune on
   * @param seed deals problems into folds
   * @param reading reads the file to tune on
   */
  public JudgedAtThreshold judge(
      EvaluatedData data, Sources sources, long seed, Function<Path, EvaluatedData> reading) {
    ScoredColumns rows = sources.judged().of(data);
    if (choice.folds != null) {
      CrossFit fit = CrossFit.of(rows, choice.folds, seed);
      return new JudgedAtThreshold(fit.judged(), "cross-fitted", fit.thresholds(), 0, rows);
    }
    if (choice.tuneOn != null) {
      EvaluatedData tuning = reading.apply(choice.tuneOn);
      ScoreSource scores = tuneScores == null ? sources.tuning() : ScoreSource.ofFile(tuneScores);
      double best = ThresholdCurve.best(scores.of(tuning)).threshold();
      return new JudgedAtThreshold(
          rows.at(best), "tuned", List.of(best), shared(data.columns(), tuning.columns()), rows);
    }
    double fixed = choice.fixed == null ? 0.5 : choice.fixed;
    return new JudgedAtThreshold(rows.at(fixed), "fixed", List.of(fixed), 0, rows);
  }

  /**
   * Where scores are.
   *
   * @param judged of the solutions that are judged
   * @param tuning of those that the threshold is tuned on, unless they are in a file named here
   */
  public record Sources(ScoreSource judged, ScoreSource tuning) {}

  /** How many of the judged solutions are of a problem that the threshold was tuned on. */
  private static int shared(SolutionColumns rows, SolutionColumns seen) {
    boolean[] problems = rows.problems().textIn(seen.problems());
    return (int)
        IntStream.range(0, rows.size()).filter(i -> problems[rows.problems().of(i)]).count();
  }
}
