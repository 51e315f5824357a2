package org.prmlab.cli.common;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.prmlab.format.ConversionChoice;
import org.prmlab.format.FormatException;
import org.prmlab.format.ReadingChoice;

/** What went wrong, in one line for people. */
public final class ErrorText {
  private ErrorText() {}

  public static String of(Throwable error) {
    if (error instanceof UncheckedIOException wrapper && wrapper.getCause() != null) {
      return of(wrapper.getCause());
    }
    if (error instanceof FileSystemException problem) {
      return problem.getFile() + ": " + reason(problem);
    }
    if (error instanceof FormatException fault && !fault.suggestedMap().isEmpty()) {
      return fault.getMessage()
          + " (--map NAME=FIELD, --steps-by TEXT, --from FORMAT; see docs/records.md)";
    }
    if (error instanceof FormatException fault && fault.choice().isPresent()) {
      return "%s (%s)".formatted(fault.getMessage(), option(fault.choice().get()));
    }
    if (error instanceof FormatException fault && fault.reading().isPresent()) {
      return "%s (%s)".formatted(fault.getMessage(), option(fault.reading().get()));
    }
    Optional<String> limit = limit(error);
    if (limit.isPresent()) {
      return limit.get();
    }
    if (error instanceof LinkageError) {
      return error + "; the build is not complete or of another version: build it again";
    }
    if (error instanceof ConnectException && error.getMessage() == null) {
      return "no connection to the server; check its address and the network";
    }
    String message = error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
  }

  /** Where memory or the stack ended, in whatever thread; empty if neither did. */
  private static Optional<String> limit(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return Optional.of(
            "out of memory: Java may use %,d MB here; JDK_JAVA_OPTIONS=-Xmx8g gives it 8 GB"
                .formatted(Runtime.getRuntime().maxMemory() >> 20));
      }
      if (cause instanceof StackOverflowError) {
        return Optional.of(
            "nested too deeply, as a template, a pattern or JSON can be; --verbose shows where");
      }
    }
    return Optional.empty();
  }

  private static String option(ConversionChoice choice) {
    return switch (choice) {
      case NEUTRAL -> "--neutral as-correct, as-incorrect or drop";
      case THRESHOLD -> "--threshold T";
      case UNLABELED -> "--unlabeled as-correct, as-incorrect or cut";
      case SOURCE -> "--source NAME";
    };
  }

  private static String option(ReadingChoice choice) {
    return switch (choice) {
      case STEP_DIVISION -> "--steps-by lines, paragraphs or TEXT";
      case ALTERNATIVES -> "--alternatives chosen or every";
      case QUESTION_END -> "--question-ends TEXT or --questions FILE";
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
