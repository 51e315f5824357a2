package org.prmlab.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.prmlab.data.LabeledSolution;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.training.TrainingRows.Encoding;

/**
 * Held-out solutions as rows, longest first, and where each first goes wrong.
 *
 * @param firstErrors of each row, index of the target that says so
 */
record HeldOutRows(HeldOut heldOut, TrainingRows rows, List<OptionalInt> firstErrors) {
  private static final double THRESHOLD = 0.5;

  /** Rows of tokens and what a result is made from, as it is measured. */
  private record Row(TargetRow row, OptionalInt firstError) {}

  /**
   * Reads held-out solutions.
   *
   * @throws IllegalArgumentException if none has an error, or all have: there is no F1 then
   */
  static HeldOutRows of(HeldOut heldOut, StepTargets targets, Encoding encoding) {
    List<Row> all = new ArrayList<>();
    for (LabeledSolution labeled : heldOut.data().solutions()) {
      TokenRow tokens = encoding.encode(labeled);
      Optional<TargetRow> row = targets.of(labeled, tokens);
      row.ifPresent(r -> all.add(new Row(r, targets.firstError(labeled, tokens))));
    }
    all.sort(Comparator.comparingInt(r -> -r.row().row().length()));
    List<OptionalInt> errors = all.stream().map(Row::firstError).toList();
    long wrong = errors.stream().filter(OptionalInt::isPresent).count();
    if (wrong == 0 || wrong == errors.size()) {
      throw new IllegalArgumentException(
          "%s: %d of its %d labeled solutions have an error; F1 on held-out data needs some with and"
                  .formatted(heldOut.data().card().name(), wrong, errors.size())
              + " some without");
    }
    return new HeldOutRows(
        heldOut,
        new TrainingRows(all.stream().map(Row::row).toList(), heldOut.data().size() - all.size()),
        errors);
  }

  /** Adds all that the kept weights depend on to a hash. */
  void describe(Fingerprint print) {
    print.add("held out", rows.sha256());
    print.add("every", heldOut.everySteps()).add("patience", heldOut.patience());
  }

  /**
   * Measures a model.
   *
   * @param settings how many tokens are computed together
   */
  HeldOutResult measure(
      TrainableDecoder decoder, TrainingLoss loss, TrainingSettings settings, int step) {
    List<TargetRow> all = rows.rows();
    double sum = 0;
    int[] found = new int[2]; // right judgements: of solutions without an error, and with one
    for (int from = 0; from < all.size(); ) {
      int fit = Math.max(1, settings.tokensPerPass() / all.get(from).row().length());
      int to = Math.min(all.size(), from + fit);
      float[][] reads = assess(decoder, all.subList(from, to), loss);
      int at = 0;
      for (int i = from; i < to; i++) {
        int count = all.get(i).row().scoredPositions();
        sum += IntStream.range(at, at + count).mapToDouble(r -> reads[r][0]).sum();
        if (firstLow(reads, at, count).equals(firstErrors.get(i))) {
          found[firstErrors.get(i).isPresent() ? 1 : 0]++;
        }
        at += count;
      }
      from = to;
    }
    return new HeldOutResult(step, sum / rows.labels(), harmonicMean(found));
  }

  private static float[][] assess(
      TrainableDecoder decoder, List<TargetRow> rows, TrainingLoss loss) {
    try {
      return decoder.assess(rows, loss);
    } catch (RuntimeException e) {
      if (!TrainableDecoder.isOutOfMemory(e) || rows.size() == 1) {
        throw e;
      }
      List<float[]> both = new ArrayList<>();
      int half = rows.size() / 2;
      both.addAll(List.of(assess(decoder, rows.subList(0, half), loss)));
      both.addAll(List.of(assess(decoder, rows.subList(half, rows.size()), loss)));
      return both.toArray(float[][]::new);
    }
  }

  private static OptionalInt firstLow(float[][] reads, int at, int count) {
    return IntStream.range(0, count).filter(i -> reads[at + i][1] <= THRESHOLD).findFirst();
  }

  private double harmonicMean(int[] found) {
    long wrong = firstErrors.stream().filter(OptionalInt::isPresent).count();
    double correct = (double) found[0] / (firstErrors.size() - wrong);
    double error = (double) found[1] / wrong;
    return correct + error == 0 ? 0 : 2 * correct * error / (correct + error);
  }
}
