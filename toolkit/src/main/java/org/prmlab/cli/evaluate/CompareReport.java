package org.prmlab.cli.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.evaluation.StepErrorsComparison;
import org.prmlab.evaluation.bestofn.BestOfNComparison;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;
import org.prmlab.stats.McNemar;
import org.prmlab.stats.PairedComparison;

/**
 * What {@code compare} reports; rates and differences (first minus second) in percent.
 *
 * @param stepErrors who finds first errors; absent where the data has no reference verdicts
 * @param bestOfN whose choice among samples is right, an aggregation each; absent where the data
 *     has one solution a problem
 * @param notes what is not compared, and why
 */
record CompareReport(
    String data,
    String sha256,
    int rows,
    String first,
    String second,
    @Nullable Steps stepErrors,
    @Nullable List<Choice> bestOfN,
    List<String> notes,
    Bootstrap intervals) {

  /**
   * A paired difference.
   *
   * @param pValue two-sided, paired by problem
   * @param conclusion {@code clear} if the interval leaves out 0, else {@code undecided}
   */
  record Difference(Estimate difference, double pValue, String conclusion) {
    static Difference of(PairedComparison compared) {
      return new Difference(compared.difference(), compared.pValue(), compared.word());
    }

    static @Nullable Difference of(Optional<PairedComparison> compared) {
      return compared.map(Difference::of).orElse(null);
    }
  }

  /**
   * McNemar's test.
   *
   * @param rightByFirst items only the first is right on
   * @param rightBySecond items only the second is right on
   */
  record Discordant(int rightByFirst, int rightBySecond, double exactP) {
    McNemar test() {
      return McNemar.ofDiscordant(rightByFirst, rightBySecond);
    }

    static Discordant of(McNemar test) {
      return new Discordant(test.onlyFirst(), test.onlySecond(), test.exactP());
    }
  }

  record Steps(
      StepErrors first,
      StepErrors second,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Thresholds thresholds,
      @Nullable Difference f1,
      @Nullable Difference errorAccuracy,
      @Nullable Difference correctAccuracy,
      Discordant mcnemar) {
    static Steps of(StepErrorsComparison compared, @Nullable Thresholds thresholds) {
      return new Steps(
          compared.first(),
          compared.second(),
          thresholds,
          Difference.of(compared.f1()),
          Difference.of(compared.errorAccuracy()),
          Difference.of(compared.correctAccuracy()),
          Discordant.of(compared.exact()));
    }
  }

  /** At which thresholds scores became verdicts; absent for a side of predictions. */
  record Thresholds(
      StepErrorsReport.@Nullable Threshold first, StepErrorsReport.@Nullable Threshold second) {}

  record Choice(
      String aggregation,
      int k,
      Estimate first,
      Estimate second,
      Difference difference,
      Discordant mcnemar) {
    static Choice of(String aggregation, BestOfNComparison compared) {
      return new Choice(
          aggregation,
          compared.k(),
          compared.first(),
          compared.second(),
          Difference.of(compared.difference()),
          Discordant.of(compared.mcNemar().orElseThrow()));
    }
  }
}
