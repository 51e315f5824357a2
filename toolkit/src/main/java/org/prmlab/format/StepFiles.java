package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.prmlab.data.DatasetCard;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;

/**
 * Whole files as data sets. The card has the hash of their bytes and, where a README.md in their
 * folder or the one above begins with {@code license:} or {@code origin:} between lines of three
 * hyphens, as on Hugging Face, what it says.
 */
public final class StepFiles {
  private StepFiles() {}

  /**
   * All solutions of a file.
   *
   * @throws FormatException if the file cannot be read, a record is bad, or two have the same id
   */
  public static StepDataset read(Path path, RecordFormat format) {
    return read(path, format, BadRecords.stop());
  }

  /**
   * The solutions of a file's good records.
   *
   * @param badRecords what happens to the others
   * @throws FormatException if the file cannot be read
   */
  public static StepDataset read(Path path, RecordFormat format, BadRecords badRecords) {
    return read(path, format, badRecords, solutionsRead -> {});
  }

  /**
   * The solutions of a file's good records, told while they are read.
   *
   * @param progress hears after every solution how many have been read
   */
  public static StepDataset read(
      Path path, RecordFormat format, BadRecords badRecords, LongConsumer progress) {
    List<LabeledSolution> solutions = new ArrayList<>();
    List<String> notes;
    try (UniqueSolutions reader = UniqueSolutions.open(path, format, badRecords)) {
      while (reader.hasNext()) {
        solutions.add(reader.next());
        progress.accept(solutions.size());
      }
      notes = reader.notes();
    }
    return new StepDataset(card(path, format).withNotes(notes), OutcomeScores.apart(solutions));
  }

  /**
   * Name, format and hash of a file, and what a README.md beside it says.
   *
   * @throws FormatException if the file cannot be read
   */
  public static DatasetCard card(Path path, RecordFormat format) {
    String name = Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
    return FolderReadme.near(path).describe(DatasetCard.of(name, format.id(), sha256(path)));
  }

  /**
   * SHA-256 of a file's bytes, 64 lower-case hexadecimal digits; of several files, that of the
   * lines that {@code sha256sum} prints for them in their folder.
   *
   * @throws FormatException if the file cannot be read
   */
  public static String sha256(Path path) {
    DataFiles data = DataFiles.of(path);
    if (data.files().size() == 1) {
      return hash(data.files().get(0));
    }
    MessageDigest digest = digest();
    for (Path file : data.files()) {
      String line = hash(file) + "  " + file.getFileName() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hash(Path path) {
    try (InputStream file = Files.newInputStream(path)) {
      MessageDigest digest = digest();
      new DigestInputStream(file, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw RecordFile.unreadable(path, e);
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
