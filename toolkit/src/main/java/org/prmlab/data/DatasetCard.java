package org.prmlab.data;

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
 */
public record DatasetCard(
    String name, String format, String sha256, String origin, Optional<String> licence) {

  /** The card of data that was made in memory. */
  public static DatasetCard of(String name) {
    return new DatasetCard(name, "memory", "", "", Optional.empty());
  }

  /** This card with its publisher, or the command that makes it. */
  public DatasetCard withOrigin(String origin) {
    return new DatasetCard(name, format, sha256, origin, licence);
  }

  /** This card with a licence, as SPDX writes it. */
  public DatasetCard withLicence(String licence) {
    return new DatasetCard(name, format, sha256, origin, Optional.of(licence));
  }
}
