package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.RowPlaces;
import org.prmlab.cli.common.RowsById;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.CriticVotes;
import org.prmlab.evaluation.JudgedColumns;
import org.prmlab.evaluation.TruthColumns;
import org.prmlab.evaluation.Unread;
import org.prmlab.format.PredictionRow;

/**
 * Verdicts made of predictions or of a critic's outputs.
 *
 * @param rows the verdicts
 * @param outputs read or not
 * @param unread how many of these could not be read, by reason
 */
public record JudgedVotes(JudgedColumns rows, int outputs, Map<Unread, Integer> unread) {

  /**
   * @param votes what the critic says of each solution
   */
  public static JudgedVotes of(EvaluatedData data, IntFunction<CriticVotes> votes) {
    Collected collected = new Collected(data.columns());
    for (int i = 0; i < data.columns().size(); i++) {
      collected.add(i, votes.apply(i));
    }
    return collected.judged(data.truths());
  }

  /**
   * Reads a file of predictions.
   *
   * @param votes what a row says
   * @param others what becomes of rows whose solution is not in the data
   * @throws IllegalArgumentException if a solution has no row, or a row no solution
   */
  static JudgedVotes read(
      Path file, EvaluatedData data, Function<PredictionRow, CriticVotes> votes, Others others) {
    SolutionColumns columns = data.columns();
    TruthColumns truths = data.truths();
    RowPlaces places = new RowPlaces(columns, () -> PredictionRow.read(file));
    Collected collected = new Collected(columns);
    PredictionRow.forEach(
        file,
        row ->
            places
                .of(row.id())
                .ifPresent(
                    i -> {
                      RowsById.requireStep(row, columns.steps(i), file);
                      collected.add(i, votes.apply(row));
                    }));
    places.requireAll(file);
    if (others == Others.REFUSE) {
      places.requireKnown(data.path(), file);
    }
    return collected.judged(truths);
  }

  /** Rows without a solution. */
  enum Others {
    REFUSE,
    /** They are of records that were set aside. */
    IGNORE
  }

  /** Verdicts as they come, by the place of their solution. */
  private static final class Collected {
    private final SolutionColumns columns;
    private final int[] predictions;
    private final Map<Unread, Integer> unread = new TreeMap<>();
    private int outputs;

    Collected(SolutionColumns columns) {
      this.columns = columns;
      this.predictions = new int[columns.size()];
    }

    void add(int solution, CriticVotes votes) {
      CriticVotes said = votes.within(columns.steps(solution));
      predictions[solution] = said.verdict().map(Collected::number).orElse(SolutionColumns.NONE);
      outputs += said.readings().size();
      said.unread().forEach((why, n) -> unread.merge(why, n, Integer::sum));
    }

    private static int number(Verdict verdict) {
      return verdict.earliestError().orElse(SolutionColumns.NO_ERROR);
    }

    JudgedVotes judged(TruthColumns truths) {
      return new JudgedVotes(JudgedColumns.of(truths, predictions), outputs, unread);
    }
  }
}
