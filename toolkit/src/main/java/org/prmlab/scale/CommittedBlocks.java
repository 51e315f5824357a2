package org.prmlab.scale;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prmlab.data.AtomicFile;
import org.prmlab.format.FormatException;

/**
 * The results of blocks, a folder beside the file they will make. A block is committed by one
 * rename of its own folder: it is there whole or not at all, and once, however often it was
 * computed.
 *
 * @param folder path of the folder, the same on every machine
 */
public record CommittedBlocks(String folder) implements Serializable {
  private static final String CONFIGURATION = "configuration";
  private static final String BLOCK = "block-";

  /**
   * Begins, or goes on with, the parts of a result.
   *
   * @param out the file that they will make
   * @param configuration fingerprint of everything that decides the result
   * @throws FormatException if {@code out} is there already, or its parts are of another
   *     configuration
   */
  public static CommittedBlocks open(Path out, String configuration) {
    if (Files.exists(out)) {
      throw FormatException.of(
          out.toString(), "exists already and is whole; remove it or choose another file");
    }
    Path folder = out.toAbsolutePath().resolveSibling(out.getFileName() + ".parts");
    Path file = folder.resolve(CONFIGURATION);
    try {
      if (!Files.exists(file)) {
        write(file, List.of(configuration));
      }
      String found = Files.readString(file).strip();
      if (!found.equals(configuration)) {
        throw FormatException.of(
            folder.toString(),
            "was made by configuration '%s', this run is '%s'; results do not mix: remove it or choose another file"
                .formatted(found, configuration));
      }
      return new CommittedBlocks(folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks that are committed. */
  public Set<Integer> committed() {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.startsWith(BLOCK))
          .map(n -> Integer.valueOf(n.substring(BLOCK.length())))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits a block; if another machine has done so already, its result stays. */
  public void commit(int block, Map<String, List<String>> outputs) {
    try {
      Path own = Files.createTempDirectory(Path.of(folder), ".block-" + block + "-");
      Path made = Files.createDirectory(own.resolve("made")); // unlike own, not for this user only
      outputs.forEach((name, lines) -> write(made.resolve(name), lines));
      try {
        Files.move(made, place(block), StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(place(block))) {
          throw e;
        }
      }
      remove(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts the blocks of one output behind each other.
   *
   * @throws IllegalStateException if a block is not committed
   */
  public void join(String output, int blocks, Path out) {
    AtomicFile.write(
        out,
        channel -> {
          for (int block = 0; block < blocks; block++) {
            append(place(block), output, channel);
          }
        });
  }

  private static void append(Path block, String output, FileChannel out) throws IOException {
    if (!Files.isDirectory(block)) {
      throw new IllegalStateException(block + " is missing; run the same command again");
    }
    Path file = block.resolve(output);
    if (Files.exists(file)) {
      try (FileChannel in = FileChannel.open(file)) {
        for (long done = 0; done < in.size(); ) {
          done += in.transferTo(done, in.size() - done, out);
        }
      }
    }
  }

  /** The lines of one output of a block; none if it has no such output. */
  public List<String> lines(int block, String output) {
    Path file = place(block).resolve(output);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes them all, when the result is written. */
  public void remove() {
    try {
      remove(Path.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private Path place(int block) {
    return Path.of(folder, String.format(Locale.ROOT, "%s%06d", BLOCK, block));
  }

  private static void write(Path file, List<String> lines) {
    AtomicFile.write(
        file,
        channel -> {
          var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
          for (String line : lines) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
          }
          out.flush();
        });
  }
}
