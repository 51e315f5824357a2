package org.prmlab.model.folder;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.nio.file.Path;

/** A checkpoint folder that cannot be used; the message names the file and what to do. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CheckpointException(String message) {
    super(message);
  }

  private CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }

  @FormatMethod
  public static CheckpointException at(Path file, @FormatString String message, Object... values) {
    return new CheckpointException(file + ": " + message.formatted(values));
  }

  public static CheckpointException because(Path file, String message, Throwable cause) {
    return new CheckpointException(file + ": " + message, cause);
  }
}
