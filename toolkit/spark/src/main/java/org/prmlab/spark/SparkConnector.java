package org.prmlab.spark;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.prmlab.scale.Cluster;

/** Connects to a Spark cluster, or makes one of this machine's cores. */
public final class SparkConnector implements Cluster.Connector {
  private static final String THREADS = "ai.djl.pytorch.num_threads";
  private static final int NEWEST_JAVA = 22; // Spark's Hadoop calls Subject.getSubject, gone in 23
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  @Override
  public Cluster connect(Optional<String> master, Map<String, String> settings) {
    checkJava(Runtime.version().feature());
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("prmlab")
            .config("spark.ui.showConsoleProgress", false)
            .config("spark.executorEnv.OPT_OUT_TRACKING", "true");
    if (System.getProperty("spark.master") == null) { // not started by spark-submit
      builder.master("local[*]").config("spark.ui.enabled", false);
    }
    master.ifPresent(builder::master);
    settings.forEach(builder::config);
    String given =
        settings.getOrDefault(EXECUTOR_OPTIONS, System.getProperty(EXECUTOR_OPTIONS, ""));
    builder.config(EXECUTOR_OPTIONS, (given + " " + engineOptions()).strip());
    return new SparkCluster(builder.getOrCreate());
  }

  static void checkJava(int feature) {
    if (feature > NEWEST_JAVA) {
      throw new IllegalStateException(
          "Spark 4.1 runs on Java 17 to %d, this is Java %d; set JAVA_HOME to a JDK 17 or 21"
              .formatted(NEWEST_JAVA, feature));
    }
  }

  /** What this process was told about the engine, the executors are told too. */
  private static String engineOptions() {
    String threads = System.getProperty(THREADS);
    return "-Djava.awt.headless=true -Dai.djl.pytorch.graph_optimizer=false"
        + (threads == null ? "" : " -D" + THREADS + "=" + threads);
  }
}
