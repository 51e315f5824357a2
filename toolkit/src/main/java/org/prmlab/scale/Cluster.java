package org.prmlab.scale;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.prmlab.format.RecordLine;

/** Machines that share work on files which all of them see. */
public interface Cluster extends AutoCloseable {
  /** How to get an engine that is not there. */
  String MISSING =
      "Spark is not on the class path, where it is not by default (220 MB). Add it with"
          + " ./mvnw -q -Pspark -DskipTests package, then run the same command again;"
          + " docs/scale-out.md says more";

  /**
   * The first record of a file: JSONL, plain or gzip, or Parquet.
   *
   * @throws org.prmlab.format.FormatException if there is none
   */
  RecordLine first(Path file);

  /**
   * Does the work that earlier runs have not committed.
   *
   * @throws org.prmlab.format.FormatException if a record is bad, or two have the same id
   */
  BlockRun run(BlockWork work);

  @Override
  void close();

  /** Connects to clusters of one kind; found by {@link ServiceLoader}. */
  interface Connector {
    Cluster connect(Optional<String> master, Map<String, String> settings);
  }

  /**
   * Connects to the cluster of the engine on the class path.
   *
   * @param master its address, such as {@code spark://host:7077} or {@code local[2]}; absent for
   *     the one that started this process, or else all cores of this machine
   * @param settings of the engine, by name
   * @throws IllegalStateException if no engine is on the class path; says how to add it
   */
  static Cluster connect(Optional<String> master, Map<String, String> settings) {
    try {
      return ServiceLoader.load(Connector.class)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(MISSING))
          .connect(master, settings);
    } catch (NoClassDefFoundError e) {
      if (String.valueOf(e.getMessage()).startsWith("org/apache/spark")) {
        throw new IllegalStateException(MISSING, e);
      }
      throw e;
    }
  }
}
