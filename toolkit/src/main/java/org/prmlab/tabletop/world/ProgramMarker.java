package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.prmlab.data.Solution;
import org.prmlab.data.Verdict;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Decoder;
import org.prmlab.model.Head;
import org.prmlab.model.Precision;
import org.prmlab.model.TokenRow;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.WrittenProgram;

/**
 * The world's LLM-as-a-judge: a language model that is asked to mark a solution, with no training
 * for it beyond its base text. A step is wrong if {@code ok} is not the more likely mark.
 */
final class ProgramMarker implements AutoCloseable {
  private static final int ROWS = 256; // marked together
  private static final double HALF = 0.5;

  private final Decoder decoder;

  private ProgramMarker(Decoder decoder) {
    this.decoder = decoder;
  }

  /** Loads a model of the world. */
  public static ProgramMarker load(Path folder) {
    ComputeSettings compute =
        ComputeSettings.withDefaults()
            .withDevice("cpu")
            .withPrecision(Precision.FLOAT32)
            .withThreads(1);
    return new ProgramMarker(Decoder.load(Checkpoint.read(folder), Head.ofVocabulary(), compute));
  }

  /** Where each solution first goes wrong, in the judge's eyes. */
  public List<Verdict> verdicts(List<WrittenProgram> solutions) {
    return verdicts(marks(solutions));
  }

  /** The same of solutions as they are read from a file. */
  List<Verdict> verdictsOf(List<Solution> solutions) {
    return verdicts(
        marked(
            solutions.stream()
                .map(
                    s ->
                        TokenRow.of(
                            ProgramTokens.solved(ProgramTokens.MARK, s.problem().text(), s.steps()),
                            ProgramTokens.stepPositions(s.steps().size())))
                .toList()));
  }

  private static List<Verdict> verdicts(double[][] marks) {
    List<Verdict> verdicts = new ArrayList<>();
    for (double[] steps : marks) {
      int wrong =
          IntStream.range(0, steps.length).filter(s -> !(steps[s] > HALF)).findFirst().orElse(-1);
      verdicts.add(wrong < 0 ? Verdict.allCorrect() : Verdict.errorAt(wrong));
    }
    return verdicts;
  }

  /**
   * The probability of {@code ok} at every step.
   *
   * @return marks[solution][step], in [0, 1]
   */
  public double[][] marks(List<WrittenProgram> solutions) {
    return marked(solutions.stream().map(ProgramMarker::row).toList());
  }

  private double[][] marked(List<TokenRow> rows) {
    List<Integer> order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> rows.get(i).scoredPositions()))
            .toList();
    double[][] marks = new double[rows.size()][];
    for (int from = 0; from < order.size(); from += ROWS) {
      List<Integer> members = order.subList(from, Math.min(order.size(), from + ROWS));
      float[][][] logits = decoder.logits(members.stream().map(rows::get).toList());
      for (int i = 0; i < logits.length; i++) {
        marks[members.get(i)] =
            IntStream.range(0, logits[i].length).mapToDouble(okOf(logits[i])).toArray();
      }
    }
    return marks;
  }

  private static java.util.function.IntToDoubleFunction okOf(float[][] steps) {
    return step -> {
      float[] logits = steps[step];
      double sum = 0;
      for (float logit : logits) {
        sum += Math.exp(logit - logits[ProgramTokens.OK]);
      }
      return 1 / sum;
    };
  }

  private static TokenRow row(WrittenProgram written) {
    int[] ids = ProgramTokens.joined(written.program(), written.solution());
    ids[0] = ProgramTokens.MARK;
    return TokenRow.of(ids, ProgramTokens.stepPositions(written.program().steps()));
  }

  @Override
  public void close() {
    decoder.close();
  }
}
