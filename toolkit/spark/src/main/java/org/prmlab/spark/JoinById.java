package org.prmlab.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.prmlab.format.FormatException;
import org.prmlab.scale.JoinedLine;
import org.prmlab.scale.KeyedLine;
import scala.Tuple2;

/** Records of two files with the same id, side by side; two of one file are an error. */
final class JoinById {
  private static final long NONE = -1;

  private JoinById() {}

  /** Those of the first file with their partners; those of the second alone have index -1. */
  static JavaRDD<JoinedLine> of(
      JavaRDD<KeyedLine> first, JavaRDD<KeyedLine> second, List<String> files) {
    String one = files.get(0);
    String other = files.get(1);
    return byId(first)
        .cogroup(byId(second))
        .map(
            found -> {
              Optional<KeyedLine> a = only(found._2()._1(), one);
              Optional<KeyedLine> b = only(found._2()._2(), other);
              return new JoinedLine(
                  a.map(KeyedLine::index).orElse(NONE),
                  found._1(),
                  a.map(KeyedLine::text).orElse(""),
                  b.map(KeyedLine::text).orElse(""));
            });
  }

  /** Those without a partner in the first file. */
  static boolean isAlone(JoinedLine line) {
    return line.index() == NONE;
  }

  /**
   * Requires that all ids differ.
   *
   * @throws FormatException if two are the same
   */
  static void requireDifferent(JavaRDD<KeyedLine> lines, String file) {
    lines
        .mapToPair(line -> new Tuple2<>(line.id(), new KeyedLine(line.index(), line.id(), "")))
        .groupByKey()
        .foreach(same -> only(same._2(), file));
  }

  private static JavaPairRDD<String, KeyedLine> byId(JavaRDD<KeyedLine> lines) {
    return lines.mapToPair(line -> new Tuple2<>(line.id(), line));
  }

  private static Optional<KeyedLine> only(Iterable<KeyedLine> same, String file) {
    List<KeyedLine> lines = new ArrayList<>();
    same.forEach(lines::add);
    if (lines.size() > 1) {
      lines.sort(java.util.Comparator.comparingLong(KeyedLine::index));
      throw FormatException.of(
          file,
          "solutions %d and %d have the same id '%s'; ids must differ"
              .formatted(lines.get(0).index() + 1, lines.get(1).index() + 1, lines.get(0).id()));
    }
    return lines.stream().findFirst();
  }
}
