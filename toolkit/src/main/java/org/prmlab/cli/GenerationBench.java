package org.prmlab.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Continuation;
import org.prmlab.model.Continuation.Start;
import org.prmlab.model.Precision;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.TextGenerator;
import org.prmlab.model.TokenRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code prmlab bench generation}: Monte-Carlo rollouts from every step of the same solutions, here
 * and by {@code transformers.generate} at several batch sizes.
 */
@Command(
    name = "generation",
    description =
        "Rollouts from every step of solutions as long as the tabletop world's, all of the same"
            + " length, against transformers.generate at each of --batches.")
final class GenerationBench implements Callable<Integer> {
  private static final int ROWS = 40;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final BenchOptions options = new BenchOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(names = "--samples", defaultValue = "8", description = "Rollouts a step (default: 8).")
  private int samples = 8;

  @Option(names = "--limit", defaultValue = "30", description = "Tokens a rollout (default: 30).")
  private int limit = 30;

  @Option(
      names = "--batches",
      defaultValue = "256,1024,2048",
      split = ",",
      description = "The peer's batch sizes (default: 256,1024,2048).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--group",
      defaultValue = "32",
      description = "Solutions we continue together (default: 32).")
  private int group = 32;

  @Override
  public Integer call() throws IOException {
    options.applyThreads();
    Path model = options.makeModel();
    List<TokenRow> solutions = new TabletopRows(0, options.vocabulary()).rows(options.rows(ROWS));
    List<Continuation> work = solutions.stream().map(this::rollouts).toList();
    String lm = model.resolve("lm").toString();
    List<SideBySide> results = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    ComputeSettings compute =
        ComputeSettings.withDefaults().withDevice("cpu").withPrecision(Precision.FLOAT32);
    try (var generator = TextGenerator.load(Checkpoint.read(Path.of(lm)), compute)) {
      for (int batch : batches) {
        Path file = model.resolve("prompts.json");
        new ObjectMapper()
            .writeValue(
                file.toFile(),
                Map.of(
                    "prompts", prompts(solutions),
                    "samples", samples,
                    "limit", limit,
                    "batch", batch));
        results.add(compare(generator, work, List.of(lm, file.toString()), batch));
        format.printPart(out, results.get(results.size() - 1).toString());
      }
    }
    format.printWhole(out, results);
    ScoringBench.delete(model);
    return 0;
  }

  /** A solution with {@code samples} rollouts from the end of each of its steps. */
  private Continuation rollouts(TokenRow solution) {
    List<Start> starts = new ArrayList<>();
    solution
        .positions()
        .forEach(
            p ->
                IntStream.range(0, samples)
                    .forEach(i -> starts.add(new Start(p + 1, starts.size()))));
    return new Continuation(solution, starts);
  }

  private static List<int[]> prompts(List<TokenRow> solutions) {
    List<int[]> prompts = new ArrayList<>();
    for (TokenRow solution : solutions) {
      solution.positions().forEach(p -> prompts.add(solution.truncated(p + 1).ids().toArray()));
    }
    return prompts;
  }

  private SideBySide compare(
      TextGenerator generator, List<Continuation> work, List<String> files, int batch) {
    String threads = Integer.toString(options.threads());
    try (BenchPeer peer =
        BenchPeer.start(options, "generation", files.get(0), files.get(1), threads)) {
      SamplingSettings sampling = SamplingSettings.withDefaults(limit);
      DoubleSupplier ours =
          () -> {
            long begin = System.nanoTime();
            for (int from = 0; from < work.size(); from += group) {
              generator.generate(
                  work.subList(from, Math.min(work.size(), from + group)), Set.of(), sampling);
            }
            return (System.nanoTime() - begin) / 1e9;
          };
      DoubleSupplier theirs = () -> peer.run().path("seconds").asDouble();
      return SideBySide.of(
              "%s rollouts, %d tokens"
                  .formatted(
                      options.size(), work.stream().mapToInt(c -> c.starts().size()).sum() * limit),
              "transformers.generate, batches of " + batch,
              new DoubleSupplier[] {ours, theirs},
              options.runs())
          .aimingAt(2);
    }
  }
}
