package org.prmlab.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.prmlab.model.TargetRow;

/**
 * Which rows make up the batch of each step. Every epoch takes every row once. Rows of like length
 * come together: the rows, shuffled, are sorted by length within stretches of fifty batches, cut
 * into batches, and the batches shuffled.
 */
final class RowOrder {
  private static final int STRETCH = 50; // batches

  private final List<TargetRow> rows;
  private final int batch;
  private final long seed;

  private int epoch = -1;
  private List<List<TargetRow>> batches = List.of();

  RowOrder(List<TargetRow> rows, int batch, long seed) {
    this.rows = List.copyOf(rows);
    this.batch = batch;
    this.seed = seed;
  }

  int stepsPerEpoch() {
    return (rows.size() + batch - 1) / batch;
  }

  /** The rows of a step, counted from 0 over all epochs: a function of the seed and the step. */
  List<TargetRow> batch(int step) {
    if (step / stepsPerEpoch() != epoch) {
      epoch = step / stepsPerEpoch();
      batches = shuffled(new SplittableRandom(seed + epoch));
    }
    return batches.get(step % stepsPerEpoch());
  }

  private List<List<TargetRow>> shuffled(SplittableRandom random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
    shuffle(order, random);
    for (int from = 0; from < order.size(); from += STRETCH * batch) {
      order
          .subList(from, Math.min(order.size(), from + STRETCH * batch))
          .sort(Comparator.comparingInt(i -> rows.get(i).row().length()));
    }
    List<List<TargetRow>> result = new ArrayList<>();
    for (int from = 0; from < order.size(); from += batch) {
      result.add(
          order.subList(from, Math.min(order.size(), from + batch)).stream()
              .map(rows::get)
              .toList());
    }
    shuffle(result, random);
    return result;
  }

  private static void shuffle(List<?> list, SplittableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
