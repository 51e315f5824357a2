package org.prmlab.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import picocli.CommandLine.Option;

/** What all benchmarks against transformers have in common. */
final class BenchOptions {
  private static final String SCRIPT = "toolkit/bench/src/peers/peer.py";
  private static final double CHARACTERS_PER_TOKEN = 3;
  private static final int FEW = 8;

  /** The peer's script, from the project's folder. */
  static final Path PEER = Path.of(SCRIPT);

  @Option(
      names = "--python",
      defaultValue = "python3",
      paramLabel = "FILE",
      description = "A Python with torch, transformers and safetensors.")
  private String python = "python3";

  @Option(
      names = "--peer",
      defaultValue = BenchOptions.SCRIPT,
      paramLabel = "FILE",
      description = "The peer's script.")
  private Path script = Path.of("");

  @Option(
      names = "--size",
      defaultValue = "tabletop",
      paramLabel = "NAME",
      description =
          "Random model, made in a temporary folder: tabletop, half-billion, 1.5b or 7b (0.9M,"
              + " 494M, 1.5B, 7.6B parameters; the last takes 15 GB in bfloat16; default:"
              + " tabletop).")
  private String size = "tabletop";

  @Option(
      names = "--device",
      defaultValue = "cpu",
      paramLabel = "cpu|gpu|gpu:N",
      description = "Where both compute (default: cpu).")
  private String device = "cpu";

  @Option(
      names = "--dtype",
      defaultValue = "float32",
      paramLabel = "float32|bfloat16|float16",
      description = "Number format of the weights and of both computations (default: float32).")
  private String dtype = "float32";

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Alternating runs (default: 5).")
  private int runs = 5;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads of both; 0: all cores.")
  private int threads;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many solutions; 0: as many as take a minute or two.")
  private int rows;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "Take the lengths of these solutions' texts; drawn at random if not given.")
  private @Nullable Path data;

  String python() {
    return python;
  }

  Path script() {
    return script;
  }

  String size() {
    return size;
  }

  String dtype() {
    return dtype;
  }

  ComputeSettings compute() {
    return ComputeSettings.withDefaults().withDevice(device).withPrecision(Precision.named(dtype));
  }

  boolean isOnGpu() {
    return device.startsWith("gpu");
  }

  boolean isFloat32() {
    return dtype.equals("float32");
  }

  /** Where and in what both compute, for a result's name. */
  String place() {
    return isOnGpu() ? device + " " + dtype : "%s, %d threads".formatted(dtype, threads());
  }

  /** Starts the peer at a work on a model, with the threads, device and format given here. */
  BenchPeer peer(String work, Path model, Path file) {
    return BenchPeer.start(
        python,
        script,
        work,
        model.toString(),
        file.toString(),
        Integer.toString(threads()),
        isOnGpu() ? device.replace("gpu", "cuda") : "cpu",
        dtype);
  }

  int runs() {
    return runs;
  }

  /** How many solutions: {@code usual} if not given, or a few for the large model. */
  int rows(int usual) {
    return rows > 0 ? rows : size.equals("tabletop") ? usual : FEW;
  }

  int vocabulary() {
    return 500; // ids that exist in both sizes
  }

  int threads() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  /** The engine reads its number of threads once, when it starts. */
  void applyThreads() {
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads()));
  }

  /** Makes the random model with the peer, in a temporary folder. */
  Path makeModel() {
    try {
      Path folder = Files.createTempDirectory("prmlab-bench");
      BenchPeer.run(python, script, "make", size, folder.toString(), dtype);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lengths in tokens: of a problem and of each step of its solution. */
  List<BenchRow> lengths(int rows) {
    if (data == null) {
      SplittableRandom random = new SplittableRandom(0);
      return IntStream.range(0, rows)
          .mapToObj(
              i ->
                  new BenchRow(
                      random.nextInt(50, 150),
                      IntStream.generate(() -> random.nextInt(15, 90))
                          .limit(random.nextInt(3, 12))
                          .boxed()
                          .toList()))
          .toList();
    }
    return Formats.read(data).solutions().stream()
        .limit(rows)
        .map(LabeledSolution::solution)
        .map(
            s ->
                new BenchRow(
                    tokens(s.problem().text()), s.steps().stream().map(this::tokens).toList()))
        .toList();
  }

  private int tokens(String text) {
    return (int) Math.ceil(text.length() / CHARACTERS_PER_TOKEN);
  }
}
