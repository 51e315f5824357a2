package org.prmlab.format;

/** What happens to a record that breaks its format. */
@FunctionalInterface
public interface BadRecords {

  /**
   * Called once for every bad record, in file order; reading goes on if this returns.
   *
   * @param fault where and what
   * @param record the record's text as the file has it; empty if it could not be told apart
   */
  void found(FormatException fault, String record);

  /** Stops at the first bad record. */
  static BadRecords stop() {
    return (fault, record) -> {
      throw fault;
    };
  }
}
