package org.prmlab.model.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what a result depends on, collected piece by piece. */
public final class Fingerprint {
  private final MessageDigest digest = algorithm("SHA-256");

  /** A word or a setting; the name keeps two settings apart. */
  public Fingerprint add(String name, Object value) {
    digest.update((name + "=" + value + "\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Numbers, in their order. */
  public Fingerprint addNumbers(float... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
    bytes.asFloatBuffer().put(numbers);
    digest.update(bytes);
    return this;
  }

  /** Whole numbers, in their order. */
  public Fingerprint addNumbers(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    bytes.asIntBuffer().put(numbers);
    digest.update(bytes);
    return this;
  }

  /** A file's bytes. */
  public Fingerprint addFile(Path file) {
    return add("file", sha256(file));
  }

  /** 64 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A file's SHA-256 as 64 hexadecimal digits. */
  public static String sha256(Path file) {
    return hash(file, algorithm("SHA-256"));
  }

  /** The SHA-256 of a stream to its end, as 64 hexadecimal digits. */
  public static String sha256(InputStream in) throws IOException {
    return hash(in, algorithm("SHA-256"));
  }

  private static String hash(InputStream in, MessageDigest digest) throws IOException {
    byte[] block = new byte[1 << 20];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      digest.update(block, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String hash(Path file, MessageDigest digest) {
    try (InputStream in = Files.newInputStream(file)) {
      return hash(in, digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks " + name, e);
    }
  }
}
