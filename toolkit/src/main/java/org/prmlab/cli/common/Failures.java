package org.prmlab.cli.common;

import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How commands fail: one line, and exit code 1; wrong usage names what is unknown first. */
public final class Failures {
  /** The exit code of a command that did not do what it was asked. */
  public static final int FAILED = 1;

  private Failures() {}

  /**
   * Makes all commands of a line fail so.
   *
   * @param verbose whether the stack trace is shown in place of the line
   */
  public static void inOneLine(CommandLine line, BooleanSupplier verbose) {
    line.setExecutionExceptionHandler((error, command, parsed) -> print(error, command, verbose));
    IExecutionStrategy strategy = line.getExecutionStrategy();
    line.setExecutionStrategy(
        parsed -> {
          try {
            return strategy.execute(parsed);
          } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError error) {
            return print(error, line, verbose);
          }
        });
    IParameterExceptionHandler usage = line.getParameterExceptionHandler();
    line.setParameterExceptionHandler(
        (error, arguments) -> usage.handleParseException(unknownFirst(error), arguments));
  }

  private static int print(Throwable error, CommandLine line, BooleanSupplier verbose) {
    if (verbose.getAsBoolean()) {
      error.printStackTrace(line.getErr());
    } else {
      line.getErr().println("error: " + ErrorText.of(error));
    }
    return FAILED;
  }

  /** A misspelt option is why another is missing. */
  private static ParameterException unknownFirst(ParameterException error) {
    CommandLine command = error.getCommandLine();
    List<String> unknown = command.getUnmatchedArguments();
    return error instanceof MissingParameterException && !unknown.isEmpty()
        ? new UnmatchedArgumentException(command, unknown)
        : error;
  }
}
