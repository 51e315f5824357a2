package org.prmlab.model.hub;

import java.security.MessageDigest;
import org.prmlab.model.folder.Fingerprint;

/**
 * A file on the Hub and how it is told whole.
 *
 * @param name path within the repository
 * @param size in bytes
 * @param hash hexadecimal: SHA-256 of the bytes for large files, git's blob hash for small ones
 */
record HubFile(String name, long size, String hash) {
  private static final int SHA256_DIGITS = 64;

  /** The hash function of {@link #hash}, ready for the file's bytes. */
  MessageDigest digest() {
    if (hash.length() == SHA256_DIGITS) {
      return Fingerprint.algorithm("SHA-256");
    }
    MessageDigest digest = Fingerprint.algorithm("SHA-1");
    digest.update(("blob " + size + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return digest;
  }
}
