package org.prmlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import org.prmlab.model.AdamW;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeDevice;
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
import picocli.CommandLine.Spec;

/** {@code prmlab bench training}: the same steps of AdamW here and by transformers and PyTorch. */
@Command(
    name = "training",
    description =
        "Training steps of a PRM on rows as long as the tabletop world's, on the CPU in float32,"
            + " against transformers and PyTorch's fused AdamW.")
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

  @Override
  public Integer call() throws IOException {
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
    String prm = model.resolve("prm").toString();
    try (var decoder =
            TrainableDecoder.load(Checkpoint.read(Path.of(prm)), head, ComputeDevice.named("cpu"));
        var peer =
            BenchPeer.start(
                options, "training", prm, file.toString(), Integer.toString(options.threads()))) {
      List<List<TargetRow>> targets = batches.stream().map(TrainingBench::alternating).toList();
      check(run(decoder, targets), peer.run().path("result"));
      DoubleSupplier ours =
          () -> {
            long begin = System.nanoTime();
            run(decoder, targets);
            return (System.nanoTime() - begin) / 1e9;
          };
      DoubleSupplier theirs = () -> peer.run().path("seconds").asDouble();
      SideBySide result =
          SideBySide.of(
                  "%s training, %d steps of %d rows".formatted(options.size(), steps, batch),
                  "transformers and PyTorch",
                  new DoubleSupplier[] {ours, theirs},
                  options.runs(),
                  spec.commandLine().getErr()::println)
              .aimingAt(1);
      format.print(spec.commandLine().getOut(), result, result.toString());
    }
    ScoringBench.delete(model);
    return 0;
  }

  /** Classes 0, 1, 0, 1, ... over all reads of a batch. */
  private static List<TargetRow> alternating(List<TokenRow> rows) {
    List<TargetRow> result = new ArrayList<>();
    int at = 0;
    for (TokenRow row : rows) {
      float[] classes = new float[row.reads()];
      for (int i = 0; i < classes.length; i++) {
        classes[i] = at++ % 2;
      }
      result.add(TargetRow.of(row, classes));
    }
    return result;
  }

  /** The loss of each step. */
  private static double[] run(TrainableDecoder decoder, List<List<TargetRow>> batches) {
    double[] losses = new double[batches.size()];
    for (int step = 0; step < losses.length; step++) {
      double reads = batches.get(step).stream().mapToDouble(TargetRow::weight).sum();
      for (float loss :
          decoder.accumulate(batches.get(step), TrainingLoss.CROSS_ENTROPY, 1 / reads)) {
        losses[step] += loss / reads;
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
