package org.prmlab.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedBlocksTest {
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // beforeEach
  private Path out;

  @BeforeEach
  void nameTheResult() {
    out = folder.resolve("out.jsonl");
  }

  @Test
  void blocksAreJoinedInTheirOrder() throws IOException {
    CommittedBlocks parts = CommittedBlocks.open(out, "c");
    parts.commit(1, Map.of("a", List.of("third"), "b", List.of("x")));
    parts.commit(0, Map.of("a", List.of("first", "second")));
    parts.commit(2, Map.of());
    assertEquals(Set.of(0, 1, 2), parts.committed());
    parts.join("a", 3, out);
    assertEquals("first\nsecond\nthird\n", Files.readString(out));
    parts.remove();
    assertFalse(Files.exists(Path.of(parts.folder())));
  }

  @Test
  void aBlockComputedTwiceIsThereOnce() {
    CommittedBlocks parts = CommittedBlocks.open(out, "c");
    parts.commit(0, Map.of("a", List.of("first")));
    parts.commit(0, Map.of("a", List.of("again")));
    assertEquals(List.of("first"), parts.lines(0, "a"));
    assertEquals(List.of(), parts.lines(0, "b"));
  }

  @Test
  void whatAMachineLeftHalfDoneIsNoBlock() throws IOException {
    CommittedBlocks parts = CommittedBlocks.open(out, "c");
    Files.createDirectory(Path.of(parts.folder(), ".block-3-17"));
    assertEquals(Set.of(), parts.committed());
  }

  @Test
  void aMissingBlockIsAnError() {
    CommittedBlocks parts = CommittedBlocks.open(out, "c");
    Exception e = assertThrows(IllegalStateException.class, () -> parts.join("a", 1, out));
    assertEquals(
        Path.of(parts.folder(), "block-000000") + " is missing; run the same command again",
        e.getMessage());
    assertFalse(Files.exists(out));
  }

  @Test
  void anotherConfigurationIsNotMixedIn() {
    CommittedBlocks parts = CommittedBlocks.open(out, "mine");
    assertEquals(parts, CommittedBlocks.open(out, "mine"));
    Exception e = assertThrows(RuntimeException.class, () -> CommittedBlocks.open(out, "yours"));
    assertEquals(
        parts.folder()
            + ": was made by configuration 'mine', this run is 'yours'; results do not mix: remove it"
            + " or choose another file",
        e.getMessage());
  }

  @Test
  void aResultThatIsThereIsRefused() throws IOException {
    Files.createFile(out);
    Exception e = assertThrows(RuntimeException.class, () -> CommittedBlocks.open(out, "c"));
    assertEquals(
        out + ": exists already and is whole; remove it or choose another file", e.getMessage());
  }

  @Test
  void blocksHaveAtLeastOneRecord() {
    InputFile source = new InputFile(out, new RecordLines("prmlab"));
    CommittedBlocks parts = new CommittedBlocks(folder.toString());
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new BlockWork(source, java.util.Optional.empty(), block -> Map.of(), 0, parts));
    assertEquals("0 records in a block; at least 1 expected", e.getMessage());
  }
}
