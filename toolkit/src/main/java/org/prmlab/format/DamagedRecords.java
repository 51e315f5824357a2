package org.prmlab.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** How many records of some files hold control characters, and where the first of them is. */
final class DamagedRecords {
  private int count;
  private Optional<Place> first = Optional.empty();
  private Text text = InputStream::nullInputStream;

  /** The text of a file, from its begin. */
  interface Text {
    InputStream open() throws IOException;
  }

  private record Place(Text text, RowBlock.Damage damage) {}

  /** What follows is of this file. */
  void in(Text text) {
    this.text = text;
  }

  /** Adds what was found in a block that begins at {@code position} of its file. */
  void add(RowBlock.Done block, long position) {
    count += block.damaged();
    first =
        first.or(
            () ->
                block
                    .firstDamage()
                    .map(d -> new RowBlock.Damage(position + d.position(), d.words()))
                    .map(d -> new Place(text, d)));
  }

  /** What the user must know; the file is read again for the number of the line. */
  List<String> notes() throws IOException {
    if (first.isEmpty()) {
      return List.of();
    }
    RowBlock.Damage damage = first.get().damage();
    long line = 1;
    try (InputStream bytes = first.get().text().open()) {
      for (long i = 0; i < damage.position(); i++) {
        line += bytes.read() == '\n' ? 1 : 0;
      }
    }
    return List.of(SolutionReader.note(count, line, damage.words()));
  }
}
