package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.tabletop.world.WorldShipment.Comparison;

/** Worlds with results, and a few files in the place of models and data. */
class WorldShipmentTest {
  private static final List<Integer> TEN = IntStream.rangeClosed(1, 10).boxed().toList();

  @TempDir private Path folder;
  private Path built;
  private WorldShipment shipment;

  @BeforeEach
  void aBuild() throws IOException {
    built = folder.resolve("built");
    shipment = new WorldShipment(folder.resolve("shipped"));
    SyntheticWorlds.write(built, TEN, (r, n, w) -> 50 + w, (r, n, w) -> 60);
    for (String name :
        List.of(
            "judge/model.safetensors",
            "annotated/model.safetensors",
            "world-1/policy/model.safetensors",
            "world-1/prms/threshold-1/model.safetensors",
            "world-1/prms/human-run-2/training-state.safetensors",
            "world-1/rollouts.jsonl.gz",
            "world-1/training.jsonl.gz",
            "world-2/policy/model.safetensors",
            "world-2/policy/prmlab.json",
            "world-2/training.jsonl.gz",
            "world-2/prms/human/model.safetensors.part")) {
      write(built.resolve(name), "made");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    boolean zip = file.toString().endsWith(".gz");
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream in = zip ? new GZIPOutputStream(out) : out) {
      in.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void theFirstWorldIsShippedWholeAndOfTheOthersResultsOnly() {
    assertEquals(WorldShipment.names(built).size(), shipment.ship(built));
    List<String> names = shipment.names();
    for (String name :
        List.of(
            "judge/model.safetensors",
            "annotated/model.safetensors",
            "world-1/prms/threshold-1/model.safetensors",
            "world-1/training.jsonl.gz",
            "world-10/outcomes/human-run-2.json",
            "world-2/conditions.json",
            "world-2/search/mc-hard.json")) {
      assertTrue(names.contains(name), name);
    }
    assertFalse(names.stream().anyMatch(n -> n.matches("world-2/(policy|training).*")));
    assertFalse(names.stream().anyMatch(n -> n.contains("state") || n.contains("rollouts")));
    assertEquals(List.of(), shipment.damaged());
    assertEquals(
        List.of(
            "world-1/rollouts.jsonl.gz",
            "world-2/policy/model.safetensors",
            "world-2/training.jsonl.gz"),
        shipment.keptBack());
  }

  /** Whether files are compared by their bytes or by a hash of what they say. */
  @Test
  void whatStaysBehindIsComparedByItsHash() throws IOException {
    shipment.ship(built);
    String data = "world-2/training.jsonl.gz";
    assertEquals(Comparison.SAME, shipment.compare(data, built));
    write(built.resolve(data), "made otherwise");
    assertEquals(Comparison.DIFFERENT, shipment.compare(data, built));
    Files.delete(built.resolve(data));
    assertEquals(Comparison.MISSING, shipment.compare(data, built));
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> shipment.compare("world-1/facts.json.old", file()));
    assertTrue(String.valueOf(error.getMessage()).contains("is neither in"), error.getMessage());
  }

  private Path file() {
    try {
      write(built.resolve("world-1/facts.json.old"), "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return built;
  }

  @Test
  void aChangeOfWhatIsShippedIsNoticed() throws IOException {
    shipment.ship(built);
    Files.writeString(shipment.root().resolve("world-1/facts.json"), "{ }");
    assertEquals(List.of("world-1/facts.json"), shipment.damaged());
  }

  @Test
  void whatAnEarlierVersionShippedIsRemoved() throws IOException {
    Path old = shipment.root().resolve("world-2/policy/model.safetensors");
    write(old, "old");
    String sum = org.prmlab.model.folder.Fingerprint.sha256(old);
    Path sums = shipment.root().resolve(WorldShipment.SUMS);
    Files.writeString(sums, sum + "  world-2/policy/model.safetensors\n");
    shipment.ship(built);
    assertFalse(Files.exists(old));
  }

  @Test
  void worldsThatAreNotWholeAreNotShipped() throws IOException {
    Path lost = SyntheticWorlds.outcome(built, 7, PrmRecipe.HUMAN);
    Files.delete(lost);
    var error = assertThrows(IllegalArgumentException.class, () -> shipment.ship(built));
    assertEquals(
        "world 7 is not whole: %s is missing and 0 more; build all worlds before shipping"
            .formatted(lost),
        error.getMessage());
    assertFalse(Files.exists(shipment.root()));
  }

  @Test
  void tooMuchIsNotShipped() throws IOException {
    try (FileChannel large =
        FileChannel.open(
            built.resolve("judge/large.safetensors"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      large.write(ByteBuffer.allocate(1), WorldShipment.MOST_BYTES);
    }
    var error = assertThrows(IllegalArgumentException.class, () -> shipment.ship(built));
    assertTrue(String.valueOf(error.getMessage()).contains("bytes to ship"), error.getMessage());
  }
}
