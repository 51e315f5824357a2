package org.prmlab.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Continuation;
import org.prmlab.model.Continuation.Start;
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
            + " length, against transformers.generate; with --llama against llama.cpp too, in the"
            + " number format given and in its Q8_0. Each side at the batch that is fastest for"
            + " it.")
final class GenerationBench implements Callable<Integer> {
  private static final int ROWS = 40;
  private static final int SEQUENCES = 64; // samples that llama.cpp draws side by side
  private static final String FLOAT = "float";
  private static final List<String> LLAMA_FORMATS = List.of(FLOAT, "Q8_0");

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
      description = "The peer's batch sizes; the fastest is taken (default: 256,1024,2048).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "8,32,128",
      split = ",",
      description = "Solutions continued together here; the fastest is taken (default: 8,32,128).")
  private List<Integer> groups = List.of();

  @Option(
      names = "--llama",
      paramLabel = "DIR",
      description =
          "Adds llama.cpp: a folder where 'npm install node-llama-cpp' was run; --python needs"
              + " gguf.")
  private @Nullable Path llama;

  private int tokens; // of all rollouts

  @Override
  public Integer call() throws IOException {
    options.applyThreads();
    Path model = options.makeModel();
    List<TokenRow> solutions = new TabletopRows(0, options.vocabulary()).rows(options.rows(ROWS));
    List<Continuation> work = solutions.stream().map(this::rollouts).toList();
    Path lm = model.resolve("lm");
    tokens = work.stream().mapToInt(c -> c.starts().size()).sum() * limit;
    List<SideBySide> results = new ArrayList<>();
    var fastest = new FastestOf(spec.commandLine().getErr());
    try (var generator = TextGenerator.load(Checkpoint.read(lm), options.compute())) {
      int group =
          fastest.find("the toolkit, solutions together", groups, g -> warm(generator, work, g));
      DoubleSupplier ours = () -> seconds(generator, work, group);
      int batch =
          fastest.find("transformers, rows a batch", batches, b -> warm(model, solutions, b));
      try (BenchPeer peer = options.peer("generation", lm, prompts(model, solutions, batch))) {
        SideBySide result = compare(ours, "transformers.generate, batches of " + batch, peer);
        results.add(options.isOnGpu() ? result : result.aimingAt(2));
      }
      format.printPart(results.get(0).toString());
      for (String kind : llama == null ? List.<String>of() : LLAMA_FORMATS) {
        String name = kind.equals(FLOAT) ? options.dtype() : kind;
        try (BenchPeer peer = startLlama(model, prompts(model, solutions, SEQUENCES), kind)) {
          results.add(
              compare(ours, "llama.cpp in %s through node-llama-cpp".formatted(name), peer));
        }
        format.printPart(results.get(results.size() - 1).toString());
      }
    } finally {
      ScoringBench.delete(model);
    }
    format.printWhole(results);
    return 0;
  }

  private double warm(TextGenerator generator, List<Continuation> work, int group) {
    seconds(generator, work, group);
    return seconds(generator, work, group);
  }

  private double warm(Path model, List<TokenRow> solutions, int batch) {
    try (BenchPeer peer =
        options.peer("generation", model.resolve("lm"), prompts(model, solutions, batch))) {
      peer.run();
      return peer.run().path("seconds").asDouble();
    }
  }

  /** Does the work once, with so many solutions together. */
  private double seconds(TextGenerator generator, List<Continuation> work, int group) {
    SamplingSettings sampling = SamplingSettings.withDefaults(limit);
    long begin = System.nanoTime();
    for (int from = 0; from < work.size(); from += group) {
      generator.generate(
          work.subList(from, Math.min(work.size(), from + group)), Set.of(), sampling);
    }
    return (System.nanoTime() - begin) / 1e9;
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
  private Path prompts(Path model, List<TokenRow> solutions, int batch) {
    List<int[]> prompts = new ArrayList<>();
    for (TokenRow solution : solutions) {
      solution.positions().forEach(p -> prompts.add(solution.truncated(p + 1).ids().toArray()));
    }
    Path file = model.resolve("prompts.json");
    Map<String, Object> content =
        Map.of("prompts", prompts, "samples", samples, "limit", limit, "batch", batch);
    try {
      new ObjectMapper().writeValue(file.toFile(), content);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BenchPeer startLlama(Path model, Path file, String kind) {
    String gguf = model.resolve("lm-%s.gguf".formatted(kind)).toString();
    String lm = model.resolve("lm").toString();
    BenchPeer.run(options.python(), options.script(), "gguf", lm, gguf, kind);
    return BenchPeer.start(
        "node",
        options.script().resolveSibling("llama-peer.mjs"),
        Objects.requireNonNull(llama).toAbsolutePath().toString(),
        gguf,
        file.toString(),
        Integer.toString(options.threads()),
        options.isOnGpu() ? "gpu" : "cpu");
  }

  private SideBySide compare(DoubleSupplier ours, String name, BenchPeer peer) {
    DoubleSupplier theirs = () -> peer.run().path("seconds").asDouble();
    return SideBySide.of(
        "%s rollouts, %d tokens, %s".formatted(options.size(), tokens, options.place()),
        name,
        new DoubleSupplier[] {ours, theirs},
        options.runs(),
        spec.commandLine().getErr()::println);
  }
}
