package org.prmlab.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prmlab.data.LabeledSolution;

/**
 * Damaged records through every reader. {@code -Dprmlab.fuzz.records=100000} sets how many a reader
 * gets; seeds are the record's number, so a failure is repeated by its seed. Readers run side by
 * side.
 */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
  private static final int RECORDS = Integer.getInteger("prmlab.fuzz.records", 2_000);
  private static final Pattern FAULT = Pattern.compile("(?s)in\\.json:(\\d+:)? .{10,}");

  static Stream<String> formats() {
    return Stream.concat(
        Formats.all().stream().map(RecordFormat::id), Records.MAPPED.keySet().stream().sorted());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aDamagedRecordEndsInSolutionsOrInALocatedFault(String id) throws IOException {
    RecordFormat format = Records.format(id);
    String line = Records.line(id);
    JsonNode whole = Json.MAPPER.readTree(line);
    int read = 0;
    int faults = 0;
    for (long seed = 0; seed < RECORDS; seed++) {
      byte[] damaged = new Mutation(seed).of(line, whole);
      byte[] file =
          seed % 2 == 0 ? damaged : ("[\n" + new String(damaged, UTF_8) + "]").getBytes(UTF_8);
      try {
        for (LabeledSolution solution : solutions(format, file)) {
          surviveOurOwnRecord(solution);
          read++;
        }
      } catch (FormatException e) {
        String message = String.valueOf(e.getMessage());
        assertTrue(FAULT.matcher(message).matches(), () -> id + ": " + message);
        faults++;
      } catch (RuntimeException e) {
        throw new AssertionError(id + ", seed " + seed + ": " + new String(damaged, UTF_8), e);
      }
    }
    assertTrue(read > RECORDS / 50, "only " + read + " solutions read: too much damage to tell");
    assertTrue(faults > RECORDS / 50, "only " + faults + " faults: too little damage to tell");
  }

  private static List<LabeledSolution> solutions(RecordFormat format, byte[] file)
      throws IOException {
    List<LabeledSolution> solutions = new ArrayList<>();
    try (RecordSource source = RecordFile.open("in.json", new ByteArrayInputStream(file))) {
      Optional<JsonRecord> record = source.next();
      while (record.isPresent()) {
        solutions.addAll(format.decode(record.get()));
        record = source.next();
      }
    } catch (RecordSource.MalformedRecord e) {
      throw e.fault;
    }
    return solutions;
  }

  private static void surviveOurOwnRecord(LabeledSolution solution) throws IOException {
    LabeledSolution known = solution.withExtra(Map.of());
    ObjectNode node = Json.MAPPER.createObjectNode();
    new PrmlabRecord().encode(known, Conversion.exact(), node);
    byte[] line = Json.MAPPER.writeValueAsBytes(node);
    assertEquals(List.of(known), solutions(new PrmlabRecord(), line));
  }
}
