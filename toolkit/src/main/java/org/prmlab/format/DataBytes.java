package org.prmlab.format;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The bytes of a data file, decompressed. How it is compressed is told from its first bytes. */
final class DataBytes {
  static final int BUFFER = 1 << 16;

  private static final int[] GZIP = {0x1f, 0x8b};
  private static final int[] ZSTANDARD = {0x28, 0xb5, 0x2f, 0xfd};

  /** Windows of up to 2 GiB, as {@code zstd --long=31} writes them. */
  private static final int LONGEST_WINDOW = 31;

  private static final int HEAD = 64;

  private DataBytes() {}

  /**
   * Opens a file; the stream supports marks.
   *
   * @throws IOException if it cannot be read
   */
  static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      if (startsWith(bytes, GZIP)) {
        return new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER);
      }
      return startsWith(bytes, ZSTANDARD) ? zstandard(file, bytes) : bytes;
    } catch (IOException | FormatException e) {
      bytes.close();
      throw e;
    }
  }

  private static InputStream zstandard(Path file, InputStream bytes) throws IOException {
    try {
      ZstdInputStream plain = new ZstdInputStream(bytes);
      plain.setLongMax(LONGEST_WINDOW);
      return new BufferedInputStream(plain, BUFFER);
    } catch (LinkageError e) {
      throw FormatException.of(
          file.toString(),
          "is compressed by zstd, whose library does not load on this machine (%s); unpack it first: zstd -d"
              .formatted(Excerpt.of(String.valueOf(e.getMessage()))));
    }
  }

  static boolean startsWith(InputStream in, int[] magic) throws IOException {
    in.mark(magic.length);
    boolean same = true;
    for (int expected : magic) {
      same &= in.read() == expected;
    }
    in.reset();
    return same;
  }

  /** What bytes that are no JSON are, as the predicate of a sentence. */
  static String described(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("version https://git-lfs")) {
      return "is a Git LFS pointer, the data itself was not downloaded; get it with git lfs pull";
    }
    if (text.startsWith("<")) {
      return "is a web page; download the file itself (on the Hub: resolve, not blob, in its"
          + " address)";
    }
    for (String[] archive :
        new String[][] {
          {"PK\3\4", "zip"}, {"\u00fd7zXZ", "xz"}, {"BZh", "bzip2"}, {"7z\u00bc", "7z"}
        }) {
      if (text.startsWith(archive[0])) {
        return "is a %s archive; unpack it first (gzip and zstd are read as they are)"
            .formatted(archive[1]);
      }
    }
    boolean utf16 = head.length > 1 && Arrays.asList(0, 0xfe, 0xff).contains(head[0] & 0xff);
    return utf16
        ? "is not UTF-8 text; write it as UTF-8"
        : "does not start as JSON; expected '[' (an array) or '{' (one record a line)";
  }
}
