package org.prmlab.cli.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.scale.Cluster;
import picocli.CommandLine.Option;

/** Which cluster, and how files are cut into blocks. */
final class SparkOptions {
  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "spark://HOST:PORT, local[N], yarn ... (default: that of spark-submit, else local[*]).")
  private @Nullable String master;

  @Option(
      names = "--conf",
      paramLabel = "NAME=VALUE",
      description = "A setting of Spark, such as spark.executor.memory=8g; repeat for more.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--block",
      paramLabel = "N",
      description =
          "Records in a block, which is computed and committed as a whole (default: 1024 for score,"
              + " else 16384).")
  private @Nullable Integer block;

  /** Connects, or says how to add what is missing. */
  Cluster connect() {
    return Cluster.connect(master(), settings);
  }

  Optional<String> master() {
    return Optional.ofNullable(master);
  }

  Map<String, String> settings() {
    return settings;
  }

  int block(int byDefault) {
    return block == null ? byDefault : block;
  }
}
