package org.prmlab.data;

import java.util.List;
import java.util.Optional;

/**
 * Where a data set comes from, so that a result can be traced to its bytes.
 *
 * @param name short name, e.g. the file's
 * @param format the published format it is written in
 * @param sha256 hash of the file's bytes, 64 lower-case hexadecimal digits; empty for data made in
 *     memory
 * @param origin who published it, or the command that makes it; empty if unknown
 * @param licence SPDX identifier; absent if unknown
 * @param notes what a reader of results must know of the records: one sentence each
 */
public record DatasetCard(
    String name,
    String format,
    String sha256,
    String origin,
    Optional<String> licence,
    List<String> notes) {
  public DatasetCard {
    notes = List.copyOf(notes);
  }

  /** The card of data that was made in memory. */
  public static DatasetCard of(String name) {
    return of(name, "memory", "");
  }

  /** The card of data of which nothing else is known. */
  public static DatasetCard of(String name, String format, String sha256) {
    return new DatasetCard(name, format, sha256, "", Optional.empty(), List.of());
  }

  /** This card with other notes. */
  public DatasetCard withNotes(List<String> notes) {
    return new DatasetCard(name, format, sha256, origin, licence, notes);
  }

  /** This card with its publisher, or the command that makes it. */
  public DatasetCard withOrigin(String origin) {
    return new DatasetCard(name, format, sha256, origin, licence, notes);
  }

  /** This card with a licence, as SPDX writes it. */
  public DatasetCard withLicence(String licence) {
    return new DatasetCard(name, format, sha256, origin, Optional.of(licence), notes);
  }
}
