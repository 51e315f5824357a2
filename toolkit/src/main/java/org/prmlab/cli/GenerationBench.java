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
import org.jspecify.annotations.Nullable;
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
 * {@code prmlab bench generation}: Monte-Carlo rollouts from every step of the same solutions,
 * here, by {@code transformers.generate} at several batch sizes, and by llama.cpp.
 */
@Command(
    name = "generation",
    description =
        "Rollouts from every step of solutions as long as the tabletop world's, all of the same"
            + " length, against transformers.generate at each of --batches; with --llama against"
            + " llama.cpp too.")
final class GenerationBench implements Callable<Integer> {
  private static final int ROWS = 40;
  private static final int SEQUENCES = 64; // samples that llama.cpp draws side by side

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final BenchOptions options = new BenchOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "8",
      description = "Rollouts a step (default: 8).")
  private int samples = 8;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "30",
      description = "Tokens a rollout (default: 30).")
  private int limit = 30;

  @Option(
      names = "--batches",
      paramLabel = "N",
      defaultValue = "256,1024,2048",
      split = ",",
      description = "The peer's batch sizes (default: 256,1024,2048).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--group",
      paramLabel = "N",
      defaultValue = "32",
      description = "Solutions we continue together (default: 32).")
  private int group = 32;

  @Option(
      names = "--llama",
      paramLabel = "DIR",
      description =
          "Adds llama.cpp: a folder where 'npm install node-llama-cpp' was run; --python needs"
              + " gguf.")
  private @Nullable Path llama;

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
        Path file = prompts(model, solutions, batch);
        String peer = "transformers.generate, batches of " + batch;
        try (BenchPeer process = start("generation", lm, file)) {
          results.add(compare(generator, work, peer, process).aimingAt(2));
        }
        format.printPart(out, results.get(results.size() - 1).toString());
      }
      if (llama != null) {
        try (BenchPeer process = startLlama(llama, model, prompts(model, solutions, SEQUENCES))) {
          results.add(compare(generator, work, "llama.cpp through node-llama-cpp", process));
        }
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

  /** The file that peers read. */
  private Path prompts(Path model, List<TokenRow> solutions, int batch) throws IOException {
    List<int[]> prompts = new ArrayList<>();
    for (TokenRow solution : solutions) {
      solution.positions().forEach(p -> prompts.add(solution.truncated(p + 1).ids().toArray()));
    }
    Path file = model.resolve("prompts.json");
    Map<String, Object> content =
        Map.of("prompts", prompts, "samples", samples, "limit", limit, "batch", batch);
    new ObjectMapper().writeValue(file.toFile(), content);
    return file;
  }

  private BenchPeer start(String kind, String lm, Path file) {
    return BenchPeer.start(options, kind, lm, file.toString(), Integer.toString(options.threads()));
  }

  private BenchPeer startLlama(Path folder, Path model, Path file) {
    String gguf = model.resolve("lm.gguf").toString();
    BenchPeer.run(options.python(), options.script(), "gguf", model.resolve("lm").toString(), gguf);
    return BenchPeer.start(
        "node",
        options.script().resolveSibling("llama-peer.mjs"),
        folder.toAbsolutePath().toString(),
        gguf,
        file.toString(),
        Integer.toString(options.threads()));
  }

  private SideBySide compare(
      TextGenerator generator, List<Continuation> work, String name, BenchPeer peer) {
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
    int tokens = work.stream().mapToInt(c -> c.starts().size()).sum() * limit;
    return SideBySide.of(
        "%s rollouts, %d tokens".formatted(options.size(), tokens),
        name,
        new DoubleSupplier[] {ours, theirs},
        options.runs(),
        spec.commandLine().getErr()::println);
  }
}
