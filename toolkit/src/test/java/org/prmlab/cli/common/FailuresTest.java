package org.prmlab.cli.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.EvaluateRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  private final StringWriter err = new StringWriter();

  /** A command whose work ends as real work can. */
  @Command(name = "work")
  private record Work(Callable<Integer> work) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return work.call();
    }
  }

  private int run(boolean verbose, Callable<Integer> work) {
    CommandLine line = new CommandLine(new Work(work)).setErr(new PrintWriter(err, true));
    Failures.inOneLine(line, () -> verbose);
    return line.execute();
  }

  private static int deep(int level) {
    return level == Integer.MAX_VALUE ? 0 : level + deep(level + 1) % 7;
  }

  private static int large() {
    return new long[Integer.MAX_VALUE].length + new long[Integer.MAX_VALUE].length;
  }

  @Test
  void nestingWithoutEndIsOneLine() {
    assertEquals(1, run(false, () -> deep(0)));
    assertEquals(
        "error: nested too deeply, as a template, a pattern or JSON can be; --verbose shows where",
        err.toString().strip());
  }

  @Test
  void theEndOfMemoryIsOneLine() {
    assertEquals(1, run(false, FailuresTest::large));
    assertTrue(
        err.toString().strip().matches("error: out of memory: Java may use [\\d,]+ MB here; .*"),
        err.toString());
  }

  @Test
  void theEndOfMemoryInAnotherThreadIsTheSameLine() {
    assertEquals(1, run(false, () -> ForkJoinTask.adapt(FailuresTest::large).fork().join()));
    assertTrue(err.toString().startsWith("error: out of memory: "), err.toString());
    assertTrue(
        ErrorText.of(new CompletionException(new OutOfMemoryError())).startsWith("out of memory"));
  }

  @Test
  void verboseShowsWhereAnErrorCameFrom() {
    assertEquals(1, run(true, () -> deep(0)));
    assertTrue(err.toString().contains("at org.prmlab.cli.common.FailuresTest.deep"));
  }

  @Test
  void aBuildThatIsNotCompleteIsSaid() {
    assertEquals(
        "java.lang.NoClassDefFoundError: org/x/Y; the build is not complete or of another version:"
            + " build it again",
        ErrorText.of(new NoClassDefFoundError("org/x/Y")));
  }

  @Test
  void absurdlyManyResamplesAreRefusedInOneLine(@TempDir Path folder) throws Exception {
    Locale.setDefault(Locale.ROOT);
    EvaluateRun evaluate = new EvaluateRun(folder);
    int code =
        evaluate.run(
            "step-errors",
            "--data",
            evaluate.data(),
            "--scores",
            evaluate.scores(),
            "--resamples",
            "2000000000");
    assertEquals(1, code);
    assertEquals(
        "error: 2,000,000,000 resamples; at most 1,000,000, since more no longer move an"
            + " interval's ends",
        evaluate.err.toString().strip());
  }
}
