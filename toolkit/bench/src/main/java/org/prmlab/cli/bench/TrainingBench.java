package org.prmlab.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.model.AdamW;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;
import org.prmlab.model.TrainableDecoder;
import org.prmlab.model.TrainingLoss;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab bench training}: the same steps of AdamW here and by transformers and PyTorch. */
@Command(
    name = "training",
    description =
        "Training steps of a PRM on rows as long as the tabletop world's, in float32, against"
            + " transformers and PyTorch's fused AdamW; both sum gradients over as many rows as is"
            + " fastest for them.")
final class TrainingBench implements Callable<Integer> {
  private static final double RATE = 1e-4;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final BenchOptions options = new BenchOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "20",
      description = "Steps a run (default: 20).")
  private int steps = 20;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "32",
      description = "Rows a step (default: 32).")
  private int batch = 32;

  @Option(
      names = "--passes",
      split = ",",
      paramLabel = "N",
      description =
          "Rows that are computed together, searched for both sides (default: all rows of a step).")
  private List<Integer> passes = List.of();

  @Override
  public Integer call() throws IOException {
    if (!options.isFloat32()) {
      throw new ParameterException(
          spec.commandLine(), "training computes in float32; leave --dtype out");
    }
    options.applyThreads();
    Path model = options.makeModel();
    var source = new TabletopRows(0, options.vocabulary());
    List<List<TokenRow>> batches = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      batches.add(source.rows(batch));
    }
    Path file = model.resolve("batches.json");
    new ObjectMapper()
        .writeValue(
            file.toFile(), Map.of("batches", batches.stream().map(ScoringBench::asJson).toList()));
    Head head =
        Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));
    List<List<TargetRow>> targets = batches.stream().map(TrainingBench::alternating).toList();
    try {
      SideBySide result = compare(model.resolve("prm"), file, head, targets);
      format.print(result, result.toString());
    } finally {
      ScoringBench.delete(model);
    }
    return 0;
  }

  private SideBySide compare(Path prm, Path file, Head head, List<List<TargetRow>> targets) {
    List<Integer> settings = passes.isEmpty() ? List.of(batch) : passes;
    var fastest = new FastestOf(spec.commandLine().getErr());
    int theirPass =
        fastest.find(
            "PyTorch, rows a pass",
            settings,
            pass -> {
              try (BenchPeer peer = options.peer("training-" + pass, prm, file)) {
                peer.run();
                return peer.run().path("seconds").asDouble();
              }
            });
    try (var decoder =
            TrainableDecoder.load(Checkpoint.read(prm), head, options.compute().device());
        BenchPeer peer = options.peer("training-" + theirPass, prm, file)) {
      check(run(decoder, targets, batch), peer.run().path("result"));
      int pass =
          fastest.find("the toolkit, rows a pass", settings, p -> seconds(decoder, targets, p));
      DoubleSupplier ours = () -> seconds(decoder, targets, pass);
      DoubleSupplier theirs = () -> peer.run().path("seconds").asDouble();
      SideBySide result =
          SideBySide.of(
              "%s training, %d steps of %d rows, %s"
                  .formatted(options.size(), steps, batch, options.place()),
              "transformers and PyTorch",
              new DoubleSupplier[] {ours, theirs},
              options.runs(),
              spec.commandLine().getErr()::println);
      return options.isOnGpu() ? result : result.aimingAt(1);
    }
  }

  private static double seconds(TrainableDecoder decoder, List<List<TargetRow>> batches, int pass) {
    long begin = System.nanoTime();
    run(decoder, batches, pass);
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Classes 0, 1, 0, 1, ... over all reads of a batch. */
  private static List<TargetRow> alternating(List<TokenRow> rows) {
    List<TargetRow> result = new ArrayList<>();
    int at = 0;
    for (TokenRow row : rows) {
      float[] classes = new float[row.scoredPositions()];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = at++ % 2;
      }
      result.add(TargetRow.of(row, classes));
    }
    return result;
  }

  /** The loss of each step. */
  private static double[] run(TrainableDecoder decoder, List<List<TargetRow>> batches, int pass) {
    double[] losses = new double[batches.size()];
    for (int step = 0; step < losses.length; step++) {
      double reads = batches.get(step).stream().mapToDouble(TargetRow::weight).sum();
      List<TargetRow> rows = batches.get(step);
      for (int from = 0; from < rows.size(); from += pass) {
        List<TargetRow> part = rows.subList(from, Math.min(rows.size(), from + pass));
        for (float loss : decoder.accumulate(part, TrainingLoss.CROSS_ENTROPY, 1 / reads)) {
          losses[step] += loss / reads;
        }
      }
      decoder.update(AdamW.withDefaults(), RATE, RATE);
    }
    return losses;
  }

  private static void check(double[] ours, JsonNode theirs) {
    for (int step = 0; step < ours.length; step++) {
      double difference = Math.abs(ours[step] - theirs.path(step).asDouble(Double.NaN));
      if (!(difference < 1e-3)) {
        throw new IllegalStateException(
            "step %d: loss %s here, %s there; a comparison of different work says nothing"
                .formatted(step, ours[step], theirs.path(step)));
      }
    }
  }
}
