package org.prmlab.notebook;

import java.nio.file.Path;
import java.util.List;
import org.prmlab.plot.Figure;
import org.prmlab.plot.TrainingLossFigure;
import org.prmlab.training.TrainingProgress;
import org.prmlab.training.TrainingReport;

/**
 * A PRM that was trained on a page.
 *
 * @param folder of its Hugging Face files
 * @param report what it was trained on, and for how long
 * @param states after each step of the optimizer
 */
public record TrainedPrm(Path folder, TrainingReport report, List<TrainingProgress.State> states) {
  public TrainedPrm {
    states = List.copyOf(states);
  }

  /** The loss over the steps. */
  public Figure losses() {
    return TrainingLossFigure.of(states);
  }

  /** The mean loss of the first step. */
  public double firstLoss() {
    return states.get(0).loss();
  }

  /** The mean loss of the last step. */
  public double lastLoss() {
    return states.get(states.size() - 1).loss();
  }

  /** What it was trained on, in one line. */
  @Override
  public String toString() {
    return "%,d solutions with %,d labeled steps, %,d steps of the optimizer"
        .formatted(report.solutions(), report.labels(), report.steps());
  }
}
