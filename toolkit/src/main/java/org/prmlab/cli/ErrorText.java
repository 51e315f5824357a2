package org.prmlab.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.prmlab.format.ConversionChoice;
import org.prmlab.format.FormatException;

/** What went wrong, in one line for people. */
final class ErrorText {
  private ErrorText() {}

  static String of(Throwable error) {
    if (error instanceof UncheckedIOException wrapper && wrapper.getCause() != null) {
      return of(wrapper.getCause());
    }
    if (error instanceof FileSystemException problem) {
      return problem.getFile() + ": " + reason(problem);
    }
    if (error instanceof FormatException fault && !fault.suggestedMap().isEmpty()) {
      return fault.getMessage() + " (--map PAIRS, --from FORMAT; see docs/records.md)";
    }
    if (error instanceof FormatException fault && fault.choice().isPresent()) {
      return "%s (%s)".formatted(fault.getMessage(), option(fault.choice().get()));
    }
    String message = error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
  }

  private static String option(ConversionChoice choice) {
    return switch (choice) {
      case NEUTRAL -> "--neutral as-correct, as-incorrect or drop";
      case THRESHOLD -> "--threshold T";
      case UNLABELED -> "--unlabeled as-correct, as-incorrect or cut";
      case SOURCE -> "--source NAME";
    };
  }

  private static String reason(FileSystemException problem) {
    if (problem instanceof NoSuchFileException) {
      return "no such file; check the path";
    }
    if (problem instanceof AccessDeniedException) {
      return "no permission; check who owns it and its mode";
    }
    if (problem instanceof FileAlreadyExistsException
        || problem instanceof DirectoryNotEmptyException) {
      return "exists already; remove it or choose another name";
    }
    String reason = problem.getReason();
    return reason == null ? "cannot be used" : reason;
  }
}
