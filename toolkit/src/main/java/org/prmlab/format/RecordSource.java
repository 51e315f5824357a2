package org.prmlab.format;

import java.io.Closeable;
import java.util.Optional;

/** The records of one file, in order, one at a time. */
interface RecordSource extends Closeable {

  /**
   * The next record.
   *
   * @return empty at the end of the file
   * @throws MalformedRecord if the text is no JSON object
   */
  Optional<JsonRecord> next() throws MalformedRecord;

  /** Text that could not be read as a record. */
  final class MalformedRecord extends Exception {
    private static final long serialVersionUID = 1;

    final transient FormatException fault;
    final String text;

    /** Whether the place where the next record begins is known. */
    final Recovery recovery;

    MalformedRecord(FormatException fault, String text, Recovery recovery) {
      super(fault);
      this.fault = fault;
      this.text = text;
      this.recovery = recovery;
    }
  }

  /** Whether reading can go on after a malformed record. */
  enum Recovery {
    NEXT_RECORD,
    NONE
  }
}
