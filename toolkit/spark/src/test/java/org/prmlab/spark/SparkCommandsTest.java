package org.prmlab.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.prmlab.spark.SampleFiles.failure;
import static org.prmlab.spark.SampleFiles.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Every job on two cores gives, byte for byte, what the command of one machine gives. */
@EnabledForJreRange(max = JRE.JAVA_22, disabledReason = "Spark runs on Java 17 to 22")
class SparkCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CLUSTER = List.of("--master", "local[2]");

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // beforeAll
  private static SampleFiles files;

  @BeforeAll
  static void writeFiles() throws IOException {
    files = SampleFiles.write(folder, 300);
  }

  private static String[] with(List<String> more, Object... arguments) {
    List<String> all = new ArrayList<>(Stream.of(arguments).map(Object::toString).toList());
    all.addAll(more);
    return all.toArray(new String[0]);
  }

  private static String[] onCluster(Object... arguments) {
    return with(CLUSTER, arguments);
  }

  @Test
  void scoresAreThoseOfOneMachine() throws IOException {
    Path gzip = folder.resolve("data.jsonl.gz");
    try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      Files.copy(files.data, zipped);
    }
    for (Path data : List.of(files.data, gzip)) {
      Path one = folder.resolve(data.getFileName() + ".one.jsonl");
      run(with(List.of(), "score", "--prm", SampleFiles.PRM, "--data", data, "--out", one));
      Path many = folder.resolve(data.getFileName() + ".many.jsonl");
      run(score(data, many));
      assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(many), data.toString());
      assertFalse(Files.exists(Path.of(many + ".parts")), "its parts are removed");
    }
    Path many = folder.resolve("parquet.jsonl");
    run(score(parquet(), many));
    Path one = folder.resolve("data.jsonl.one.jsonl");
    assertEquals(withoutConfiguration(one), withoutConfiguration(many));
  }

  private static String[] score(Path data, Path out) {
    return onCluster(
        "spark", "score", "--prm", SampleFiles.PRM, "--data", data, "--out", out, "--block", 64);
  }

  /** The configuration holds the hash of the data file. */
  private static List<String> withoutConfiguration(Path scored) throws IOException {
    return Files.readAllLines(scored).stream()
        .map(line -> line.replaceFirst("\"configuration\":\"[0-9a-f]+\"", ""))
        .toList();
  }

  private static Path parquet() throws IOException {
    Path written = folder.resolve("parquet");
    try (SparkSession session = SparkSession.builder().master("local[1]").getOrCreate()) {
      session.read().json(files.data.toString()).coalesce(1).write().parquet(written.toString());
    }
    try (Stream<Path> all = Files.list(written)) {
      return all.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void consensusKeepsDropsAndReportsTheSame() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path out = folder.resolve("kept.jsonl");
    Path rest = folder.resolve("rest.jsonl");
    List<String> settings =
        List.of("--by", "level", "--threshold", "0.25", "--resamples", "100", "--json");
    Object[] inputs = {"--mc", files.rollouts, "--judge", files.judge, "--out", out};
    String expected = run(with(settings, concat("filter", "consensus", "--dropped", rest, inputs)));
    Files.move(out, one.resolve("kept.jsonl"));
    Files.move(rest, one.resolve("rest.jsonl"));
    List<String> all = new ArrayList<>(settings);
    all.addAll(CLUSTER);
    all.addAll(List.of("--block", "50"));
    assertEquals(expected, run(with(all, concat("spark", "consensus", "--dropped", rest, inputs))));
    assertEquals(records(one.resolve("kept.jsonl")), records(out));
    assertEquals(records(one.resolve("rest.jsonl")), records(rest));
  }

  /** One machine copies the lines of its input as they stand; a cluster writes records anew. */
  private static List<JsonNode> records(Path file) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      records.add(JSON.readTree(line));
    }
    return records;
  }

  private static Object[] concat(String a, String b, String c, Object d, Object... rest) {
    return Stream.concat(Stream.of(a, b, c, d), Stream.of(rest)).toArray();
  }

  @Test
  void agreementIsTheSame() {
    List<Object[]> inputs =
        List.of(
            new Object[] {files.rollouts, files.judge, "--first", "mc", "--by", "level"},
            new Object[] {files.data, files.predictions},
            new Object[] {files.data, files.critics},
            new Object[] {files.data, files.judge, "--second", "judge"});
    for (Object[] input : inputs) {
      List<String> settings = List.of("--resamples", "100", "--json");
      Object[] single = Stream.concat(Stream.of("agree"), Stream.of(input)).toArray();
      Object[] many = Stream.concat(Stream.of("spark", "agree"), Stream.of(input)).toArray();
      assertEquals(run(with(settings, single)), run(with(settings, (Object[]) onCluster(many))));
    }
  }

  @Test
  void stepErrorsAreTheSame() throws IOException {
    Path scored = folder.resolve("scored.jsonl");
    run(with(List.of(), "score", "--prm", SampleFiles.PRM, "--data", files.data, "--out", scored));
    List<Object[]> inputs =
        List.of(
            new Object[] {"--data", files.data, "--predictions", files.predictions},
            new Object[] {"--data", files.data, "--scores", files.scores, "--cross-fit", 3},
            new Object[] {"--data", scored, "--prm", "random-prm", "--threshold", 0.4});
    for (Object[] input : inputs) {
      List<String> settings = List.of("--resamples", "100", "--json");
      Object[] one =
          Stream.concat(Stream.of("evaluate", "step-errors"), Stream.of(input)).toArray();
      Object[] many = Stream.concat(Stream.of("spark", "evaluate"), Stream.of(input)).toArray();
      assertEquals(run(with(settings, one)), run(with(settings, (Object[]) onCluster(many))));
    }
  }

  @Test
  void faultsAreThoseOfTheRecordNotOfTheCluster() throws IOException {
    Path bad = folder.resolve("bad.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(files.data));
    lines.set(120, lines.get(120).replace("\"steps\":[", "\"steps\":[7,"));
    Files.write(bad, lines);
    String said = failure(score(bad, folder.resolve("bad.out.jsonl")));
    assertTrue(said.startsWith("error: " + bad + ":121: steps[0] is the number 7"), said);

    lines.set(120, lines.get(3));
    Files.write(bad, lines);
    said = failure(score(bad, folder.resolve("bad.out2.jsonl")));
    assertTrue(said.contains("solutions 4 and 121 have the same id 's3'; ids must differ"), said);

    Files.writeString(bad, "[" + String.join(",\n", Files.readAllLines(files.data)) + "]");
    said = failure(score(bad, folder.resolve("bad.out3.jsonl")));
    assertTrue(said.contains("is a JSON array, which cannot be shared out"), said);
  }

  @Test
  void aResultThatIsThereIsNotTouched() throws IOException {
    Path there = Files.writeString(folder.resolve("there.jsonl"), "mine");
    String said = failure(score(files.data, there));
    assertTrue(said.contains("exists already and is whole; remove it or choose another"), said);
    assertEquals("mine", Files.readString(there));
  }
}
