package org.prmlab.cli.agree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.prmlab.cli.common.LabelSource;
import org.prmlab.data.LabelColumn;
import org.prmlab.evaluation.LabelSide;
import org.prmlab.format.AddedLabels;
import org.prmlab.format.ColumnFile;
import org.prmlab.format.RecordCopies;

/** Writes what the consensus filter keeps, and what it throws away, with the labels of both. */
record ConsensusFiles(ConsensusOptions options, LabelSource first, LabelSide.Joined joined) {

  /** Writes the records of the first file again, each to the file where it belongs. */
  void write(byte[] agrees) {
    List<Path> targets = new ArrayList<>(List.of(options.out()));
    options.dropped().ifPresent(targets::add);
    int[] pairOf = new int[first.side().columns().size()];
    Arrays.fill(pairOf, -1);
    for (int pair = 0; pair < agrees.length; pair++) {
      pairOf[joined.first()[pair]] = pair;
    }
    int[] targetOf = new int[pairOf.length];
    for (int i = 0; i < pairOf.length; i++) {
      int target = pairOf[i] < 0 ? -1 : agrees[pairOf[i]] > 0 ? 0 : 1;
      targetOf[i] = target < targets.size() ? target : -1;
    }
    ColumnFile how = first.again().orElseThrow();
    var copies =
        new RecordCopies(first.file(), how.format(), first.side().columns(), added(pairOf));
    if (how.setsAside()) {
      copies.writeGood(targets, targetOf);
    } else {
      copies.write(targets, targetOf);
    }
  }

  /** The judge's labels, where the first file does not have them. */
  private AddedLabels added(int[] pairOf) {
    LabelColumn known = first.side().columns().labels(options.judgeSource());
    int[] begins = new int[pairOf.length];
    for (int i = 0; i < begins.length; i++) {
      begins[i] = pairOf[i] < 0 || known.has(i) ? -1 : joined.pairs().begin(pairOf[i]);
    }
    return new AddedLabels(options.judgeSource(), joined.pairs().second(), begins);
  }
}
