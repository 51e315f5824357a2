package org.prmlab.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.prmlab.evaluation.AgreementCounts;
import org.prmlab.evaluation.Confusion;

/**
 * The sweep over the paper's eight thresholds on a block. It gives counts, which add up: nothing of
 * the size of the data comes together on one machine.
 */
public record CountBlocks() implements BlockFunction {
  private static final String OUTPUT = "counts";

  @Override
  public Map<String, List<String>> apply(Block block) {
    AgreementCounts.Counter counter = new AgreementCounts.Counter();
    for (JoinedLine line : block.lines()) {
      if (!line.hasSecond()) {
        throw new IllegalArgumentException(
            "solution '%s' is not in both files; expected labels of the same solutions"
                .formatted(line.id()));
      }
      counter.add(line.id(), RateLines.rates(line.first()), RateLines.rates(line.second()));
    }
    return Map.of(OUTPUT, counter.counts().stream().map(CountBlocks::text).toList());
  }

  /** The counts of all blocks of a run, added up, one entry a threshold. */
  public static List<AgreementCounts> total(CommittedBlocks parts, int blocks) {
    List<AgreementCounts> total = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      List<AgreementCounts> some =
          parts.lines(block, OUTPUT).stream().map(CountBlocks::read).toList();
      for (int i = 0; i < some.size(); i++) {
        if (block == 0) {
          total.add(some.get(i));
        } else {
          total.set(i, total.get(i).plus(some.get(i)));
        }
      }
    }
    return total;
  }

  private static String text(AgreementCounts sweep) {
    Confusion steps = sweep.steps();
    return "%s %d %d %d %d %d %d %d"
        .formatted(
            sweep.threshold(),
            steps.count(0, 0),
            steps.count(0, 1),
            steps.count(1, 0),
            steps.count(1, 1),
            sweep.firstErrors(),
            sweep.kept(),
            sweep.withError());
  }

  private static AgreementCounts read(String line) {
    double threshold = Double.parseDouble(line.substring(0, line.indexOf(' ')));
    long[] n = Stream.of(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
    Confusion steps =
        new Confusion(
            List.of("correct", "incorrect"), List.of(boxed(n[0], n[1]), boxed(n[2], n[3])));
    return new AgreementCounts(threshold, steps, n[4], n[5], n[6]);
  }

  private static List<Long> boxed(long... numbers) {
    return LongStream.of(numbers).boxed().toList();
  }
}
