package org.prmlab.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many short texts, such as ids, one behind the other as UTF-8: a few bytes more than they have.
 */
public final class TextColumn {
  private final byte[] bytes;
  private final int[] begins; // (texts + 1)

  private TextColumn(byte[] bytes, int[] begins) {
    this.bytes = bytes;
    this.begins = begins;
  }

  /** How many texts there are. */
  public int size() {
    return begins.length - 1;
  }

  /** One text, counted from 0. */
  public String get(int index) {
    return new String(
        bytes, begins[index], begins[index + 1] - begins[index], StandardCharsets.UTF_8);
  }

  static TextColumn of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new TextColumn(utf8, new int[] {0, utf8.length});
  }

  boolean same(int index, TextColumn other, int otherIndex) {
    return Arrays.equals(
        bytes,
        begins[index],
        begins[index + 1],
        other.bytes,
        other.begins[otherIndex],
        other.begins[otherIndex + 1]);
  }

  int hash(int index) {
    int hash = 1;
    for (int i = begins[index]; i < begins[index + 1]; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash * 0x9e3779b9;
  }

  /** Collects texts. */
  static final class Builder {
    private byte[] bytes = new byte[256];
    private int[] begins = new int[17];
    private int size;

    void add(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      add(utf8, 0, utf8.length);
    }

    private void add(byte[] from, int begin, int length) {
      int end = Math.addExact(begins[size], length);
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, Growth.atLeast(end, bytes.length));
      }
      System.arraycopy(from, begin, bytes, begins[size], length);
      if (++size == begins.length) {
        begins = Arrays.copyOf(begins, Growth.atLeast(size + 1, begins.length));
      }
      begins[size] = end;
    }

    void addAll(TextColumn other) {
      for (int i = 0; i < other.size(); i++) {
        add(other.bytes, other.begins[i], other.begins[i + 1] - other.begins[i]);
      }
    }

    TextColumn build() {
      return new TextColumn(Arrays.copyOf(bytes, begins[size]), Arrays.copyOf(begins, size + 1));
    }
  }
}
