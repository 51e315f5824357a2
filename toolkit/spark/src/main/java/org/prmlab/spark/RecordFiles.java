package org.prmlab.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.prmlab.format.FormatException;
import org.prmlab.format.RecordLine;

/**
 * Files of records, each record with its position: JSONL, split where it is plain and read by one
 * task where it is gzip, or Parquet.
 */
final class RecordFiles {
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final long SPLIT = 32L << 20; // bytes

  private final SparkSession session;

  RecordFiles(SparkSession session) {
    this.session = session;
  }

  /**
   * The records of a file.
   *
   * @param records in the order of the file
   * @param count how many there are
   */
  record Records(JavaRDD<RecordLine> records, long count) {}

  Records read(Path file) {
    requireFile(file);
    return isParquet(file) ? parquet(file) : lines(file);
  }

  RecordLine first(Path file) {
    requireFile(file);
    List<String> first =
        isParquet(file) ? rows(file).map(LocatedRow::text).take(1) : texts(file).take(1);
    if (first.isEmpty()) {
      throw FormatException.of(file.toString(), "holds no records; expected one a line");
    }
    String text = withoutByteOrderMark(first.get(0));
    if (text.stripLeading().startsWith("[")) {
      throw FormatException.of(
          file.toString(),
          "is a JSON array, which cannot be shared out; make one record a line of it:"
              + " ./prmlab convert %s data.jsonl --to prmlab".formatted(file));
    }
    return new RecordLine(file.toString(), 0, text);
  }

  private Records lines(Path file) {
    JavaRDD<String> texts = texts(file);
    List<Long> counts = texts.mapPartitions(part -> List.of(size(part)).iterator()).collect();
    long[] begins = new long[counts.size() + 1];
    for (int i = 0; i < counts.size(); i++) {
      begins[i + 1] = begins[i] + counts.get(i);
    }
    String name = file.toString();
    JavaRDD<RecordLine> records =
        texts.mapPartitionsWithIndex((part, some) -> new Numbered(name, begins[part], some), false);
    return new Records(records, begins[counts.size()]);
  }

  private JavaRDD<String> texts(Path file) {
    int parts = (int) Math.max(2, file.toFile().length() / SPLIT);
    return JavaSparkContext.fromSparkContext(session.sparkContext())
        .textFile("file://" + file.toAbsolutePath(), parts)
        .filter(text -> !text.isBlank());
  }

  private Records parquet(Path file) {
    String name = file.toString();
    JavaRDD<RecordLine> records =
        rows(file).map(row -> new RecordLine(name, row.index(), row.text()));
    return new Records(records, records.count());
  }

  private JavaRDD<LocatedRow> rows(Path file) {
    return session
        .read()
        .parquet("file://" + file.toAbsolutePath())
        .select(
            col("_metadata.row_index"),
            to_json(struct(col("*")), Map.of("ignoreNullFields", "false")))
        .javaRDD()
        .map(row -> new LocatedRow(row.getLong(0), row.getString(1)));
  }

  /** A row as JSON, and its position. */
  private record LocatedRow(long index, String text) implements java.io.Serializable {}

  private static long size(Iterator<String> lines) {
    long size = 0;
    for (; lines.hasNext(); lines.next()) {
      size++;
    }
    return size;
  }

  /** Lines with their positions. */
  private static final class Numbered implements Iterator<RecordLine> {
    private final String file;
    private final Iterator<String> lines;
    private long next;

    Numbered(String file, long begin, Iterator<String> lines) {
      this.file = file;
      this.next = begin;
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public RecordLine next() {
      String text = lines.next();
      return new RecordLine(file, next, next++ == 0 ? withoutByteOrderMark(text) : text);
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw FormatException.of(
          file.toString(), "no such file; expected one on a path that every machine sees");
    }
  }

  private static boolean isParquet(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
    } catch (IOException e) {
      throw FormatException.of(file.toString(), "cannot be read (" + e.getMessage() + ")");
    }
  }
}
