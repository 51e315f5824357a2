package org.prmlab.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
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
  private static final long SPLIT = 32L << 20; // bytes

  private final SparkSession session;

  RecordFiles(SparkSession session) {
    this.session = session;
  }

  /**
   * The records of a file.
   *
   * @param records in the order of the file
   * @param count how many there are; at least 1
   */
  record Records(JavaRDD<RecordLine> records, long count) {}

  /**
   * The records of a file.
   *
   * @throws FormatException if there are none, or the file is no such file
   */
  Records read(Path path) {
    first(path);
    SharedFile file = new SharedFile(path);
    return file.isParquet() ? parquet(file) : lines(file);
  }

  /**
   * The first record of a file.
   *
   * @throws FormatException if there is none, or the file is no such file
   */
  RecordLine first(Path path) {
    SharedFile file = new SharedFile(path);
    List<RecordLine> first =
        file.isParquet()
            ? rows(file).take(1)
            : texts(file).take(1).stream().map(b -> RecordLine.decoded(file.name(), 0, b)).toList();
    if (first.isEmpty()) {
      throw FormatException.of(file.name(), "holds no records; expected one a line");
    }
    if (first.get(0).text().stripLeading().startsWith("[")) {
      throw FormatException.of(
          file.name(),
          "is a JSON array, which cannot be shared out; make one record a line of it:"
              + " ./prmlab convert %s data.jsonl --to prmlab".formatted(file.name()));
    }
    return first.get(0);
  }

  private Records lines(SharedFile file) {
    JavaRDD<byte[]> texts = texts(file);
    List<Long> counts = texts.mapPartitions(part -> List.of(size(part)).iterator()).collect();
    long[] begins = new long[counts.size() + 1];
    for (int i = 0; i < counts.size(); i++) {
      begins[i + 1] = begins[i] + counts.get(i);
    }
    String name = file.name();
    JavaRDD<RecordLine> records =
        texts.mapPartitionsWithIndex((part, some) -> new Numbered(name, begins[part], some), false);
    return new Records(records, begins[counts.size()]);
  }

  /** The lines that are not blank, split at the byte {@code \n} only, as on one machine. */
  private JavaRDD<byte[]> texts(SharedFile file) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    Configuration settings = new Configuration(context.hadoopConfiguration());
    settings.set("textinputformat.record.delimiter", "\n");
    long half = file.path().toFile().length() / 2 + 1;
    settings.setLong(FileInputFormat.SPLIT_MAXSIZE, Math.min(SPLIT, half));
    try {
      Job job = Job.getInstance(settings);
      FileInputFormat.setInputPaths(job, new org.apache.hadoop.fs.Path(file.location()));
      return context
          .newAPIHadoopRDD(
              job.getConfiguration(), TextInputFormat.class, LongWritable.class, Text.class)
          .map(line -> line._2().copyBytes())
          .filter(line -> !isBlank(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte c : line) {
      if (c != ' ' && c != '\t' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  private Records parquet(SharedFile file) {
    JavaRDD<RecordLine> records = rows(file);
    return new Records(records, records.count());
  }

  private JavaRDD<RecordLine> rows(SharedFile file) {
    String name = file.name();
    return session
        .read()
        .parquet(file.location())
        .select(
            col("_metadata.row_index"),
            to_json(struct(col("*")), Map.of("ignoreNullFields", "false")))
        .javaRDD()
        .map(row -> new RecordLine(name, row.getLong(0), row.getString(1)));
  }

  private static long size(Iterator<byte[]> lines) {
    long size = 0;
    for (; lines.hasNext(); lines.next()) {
      size++;
    }
    return size;
  }

  /** Lines with their positions. */
  private static final class Numbered implements Iterator<RecordLine> {
    private final String file;
    private final Iterator<byte[]> lines;
    private long next;

    Numbered(String file, long begin, Iterator<byte[]> lines) {
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
      return RecordLine.decoded(file, next++, lines.next());
    }
  }
}
