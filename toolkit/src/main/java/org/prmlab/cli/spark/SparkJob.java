package org.prmlab.cli.spark;

import java.nio.file.Path;
import java.util.Optional;
import org.prmlab.format.Formats;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.scale.BlockFunction;
import org.prmlab.scale.BlockRun;
import org.prmlab.scale.BlockWork;
import org.prmlab.scale.Cluster;
import org.prmlab.scale.CommittedBlocks;
import org.prmlab.scale.InputFile;

/**
 * One command on a cluster: what it reads, and where its blocks are committed.
 *
 * @param out the file it makes; for a report, what its parts are named after
 * @param block records in a block
 */
record SparkJob(Cluster cluster, Path out, int block) {
  private static final int RECORDS = 16_384;

  /** A job that makes a file. */
  static SparkJob writing(Path out, Cluster cluster, SparkOptions options) {
    return new SparkJob(cluster, out, options.block(RECORDS));
  }

  /** A job that makes a report: its parts lie beside the data, where every machine sees them. */
  static SparkJob reporting(String name, Path data, Cluster cluster, SparkOptions options) {
    Path beside = data.resolveSibling(data.getFileName() + "." + name);
    return new SparkJob(cluster, beside, options.block(RECORDS));
  }

  /** Name of the format of a file, by its first record. */
  String format(Path file) {
    return Formats.detect(cluster.first(file)).id();
  }

  /** A finished run and its parts. */
  record Done(BlockRun run, CommittedBlocks parts) {
    /** Writes one output of all blocks. */
    void join(String output, Path file) {
      parts.join(output, run.blocks(), file);
    }
  }

  /**
   * Runs it, or what an earlier run left of it.
   *
   * @param settings what the result depends on besides the files and the function
   */
  Done run(InputFile first, Optional<InputFile> second, BlockFunction function, String settings) {
    Fingerprint print =
        new Fingerprint()
            .add("job", function.getClass().getSimpleName())
            .add("settings", settings)
            .add("block", block)
            .addFile(first.file());
    second.ifPresent(s -> print.add("reader", s.reader()).addFile(s.file()));
    CommittedBlocks parts = CommittedBlocks.open(out, print.hex().substring(0, 16));
    return new Done(cluster.run(new BlockWork(first, second, function, block, parts)), parts);
  }
}
