package org.prmlab.cli.data;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.format.ProcessBench;
import org.prmlab.wordproblems.WordProblems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prmlab word-problems}: makes {@code datasets/steps}. */
@Command(
    name = "word-problems",
    description = "Write word problems with five solutions each, errors planted and labeled.")
public final class WordProblemsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "ProcessBench file to write.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--problems",
      paramLabel = "N",
      defaultValue = "60",
      description = "How many problems (default: ${DEFAULT-VALUE}).")
  private int problems;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2501",
      description = "Same seed, same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() {
    List<LabeledSolution> solutions = WordProblems.draw(problems, seed);
    ProcessBench.write(out, solutions);
    StepDataset written = ProcessBench.read(out);
    spec.commandLine().getOut().println(written);
    return 0;
  }
}
