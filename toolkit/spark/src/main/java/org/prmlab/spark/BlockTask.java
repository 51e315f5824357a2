package org.prmlab.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.resource.ResourceInformation;
import org.prmlab.scale.Block;
import org.prmlab.scale.BlockFunction;
import org.prmlab.scale.CommittedBlocks;
import org.prmlab.scale.JoinedLine;
import scala.Tuple2;

/**
 * Computes one block and commits it.
 *
 * @param committed blocks that are not to be computed again
 * @param size records in every block but the last
 * @param count records of all blocks
 */
record BlockTask(
    BlockFunction function, CommittedBlocks parts, Set<Integer> committed, int size, long count)
    implements VoidFunction<Iterator<Tuple2<Long, JoinedLine>>> {
  private static final long serialVersionUID = 1;

  @Override
  public void call(Iterator<Tuple2<Long, JoinedLine>> records) {
    int number = TaskContext.getPartitionId();
    if (committed.contains(number)) {
      return;
    }
    List<JoinedLine> lines = new ArrayList<>();
    records.forEachRemaining(record -> lines.add(record._2()));
    requireAll(number, lines);
    parts.commit(number, function.apply(new Block(number, lines, gpu())));
  }

  /** A block lacks no record and has none twice, whatever machines were lost on the way. */
  private void requireAll(int number, List<JoinedLine> lines) {
    long begin = (long) number * size;
    long expected = Math.min(size, count - begin);
    boolean inOrder = lines.size() == expected;
    for (int i = 0; inOrder && i < lines.size(); i++) {
      inOrder = lines.get(i).index() == begin + i;
    }
    if (!inOrder) {
      throw new IllegalStateException(
          "block %d holds %d records, not the %d from record %d on; did the file change? run again"
              .formatted(number, lines.size(), expected, begin + 1));
    }
  }

  /** The GPU that Spark gave this task, where it schedules GPUs by resource. */
  private static Optional<String> gpu() {
    ResourceInformation gpus = TaskContext.get().resourcesJMap().get("gpu");
    return gpus == null || gpus.addresses().length == 0
        ? Optional.empty()
        : Optional.of(gpus.addresses()[0]);
  }
}
