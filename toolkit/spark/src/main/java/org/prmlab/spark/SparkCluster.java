package org.prmlab.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.prmlab.format.RecordLine;
import org.prmlab.scale.BlockRun;
import org.prmlab.scale.BlockWork;
import org.prmlab.scale.Cluster;
import org.prmlab.scale.InputFile;
import org.prmlab.scale.JoinedLine;
import org.prmlab.scale.KeyedLine;
import org.prmlab.scale.LineReader;
import scala.Tuple2;

/** Work in blocks, one task each. */
final class SparkCluster implements Cluster {
  private final SparkSession session;
  private final RecordFiles files;

  SparkCluster(SparkSession session) {
    this.session = session;
    this.files = new RecordFiles(session);
  }

  @Override
  public RecordLine first(Path file) {
    return withOwnFaults(() -> files.first(file));
  }

  @Override
  public BlockRun run(BlockWork work) {
    return withOwnFaults(() -> blocks(work));
  }

  private BlockRun blocks(BlockWork work) {
    RecordFiles.Records records = files.read(work.first().file());
    JavaRDD<KeyedLine> first = keyed(records.records(), work.first());
    int blocks = Math.toIntExact((records.count() + work.size() - 1) / work.size());
    Set<Integer> committed = work.parts().committed();
    JavaRDD<JoinedLine> all =
        work.second().isPresent()
            ? joined(first, work.first(), work.second().get())
            : alone(first, work.first());
    int size = work.size();
    all.filter(line -> !JoinById.isAlone(line))
        .filter(line -> !committed.contains(Math.toIntExact(line.index() / size)))
        .mapToPair(line -> new Tuple2<>(line.index(), line))
        .repartitionAndSortWithinPartitions(new BlockPartitioner(size, blocks))
        .foreachPartition(
            new BlockTask(work.function(), work.parts(), committed, size, records.count()));
    long secondOnly = work.second().isPresent() ? all.filter(JoinById::isAlone).count() : 0;
    return new BlockRun(records.count(), blocks, committed.size(), secondOnly);
  }

  private JavaRDD<JoinedLine> joined(JavaRDD<KeyedLine> first, InputFile from, InputFile other) {
    JavaRDD<KeyedLine> second = keyed(files.read(other.file()).records(), other);
    return JoinById.of(first, second, List.of(from.file().toString(), other.file().toString()));
  }

  private static JavaRDD<JoinedLine> alone(JavaRDD<KeyedLine> first, InputFile from) {
    JoinById.requireDifferent(first, from.file().toString());
    return first.map(line -> new JoinedLine(line.index(), line.id(), line.text(), ""));
  }

  private static JavaRDD<KeyedLine> keyed(JavaRDD<RecordLine> records, InputFile source) {
    LineReader reader = source.reader();
    return records.map(reader::read);
  }

  /** A fault of a record or a file is told as such, not as one of the cluster. */
  private static <T> T withOwnFaults(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) { // Scala declares none
      throw ownFault(e);
    }
  }

  private static RuntimeException ownFault(Exception e) {
    if (e instanceof SparkException && e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    return new IllegalStateException("Spark: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    session.stop();
  }
}
