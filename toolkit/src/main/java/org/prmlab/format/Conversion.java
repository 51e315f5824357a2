package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;

/**
 * What may be lost when labels of one kind are written as labels of another. Nothing is lost that
 * was not named: a solution that needs a choice which was not made is refused.
 *
 * @param neutral what a neutral rating becomes; absent refuses solutions that have one
 * @param threshold a soft label or rollout rate above it is correct, in [0, 1); absent refuses
 *     solutions that have one
 * @param unlabeled what a step without a label becomes
 * @param source whose labels are written; absent takes the only ones there are
 */
public record Conversion(
    Optional<NeutralRating> neutral,
    OptionalDouble threshold,
    UnlabeledStep unlabeled,
    Optional<String> source) {

  /** Refuses whatever would lose information. */
  public static Conversion exact() {
    return new Conversion(
        Optional.empty(), OptionalDouble.empty(), UnlabeledStep.REJECT, Optional.empty());
  }

  /** This conversion with a choice for neutral ratings. */
  public Conversion withNeutral(NeutralRating neutral) {
    return new Conversion(Optional.of(neutral), threshold, unlabeled, source);
  }

  /** This conversion with a threshold for soft labels, in [0, 1). */
  public Conversion withThreshold(double threshold) {
    OptionalDouble checked =
        OptionalDouble.of(Binarization.withDefaults().withThreshold(threshold).threshold());
    return new Conversion(neutral, checked, unlabeled, source);
  }

  /** This conversion with a choice for steps without a label. */
  public Conversion withUnlabeled(UnlabeledStep unlabeled) {
    return new Conversion(neutral, threshold, unlabeled, source);
  }

  /** This conversion with the labels of one source. */
  public Conversion withSource(String source) {
    return new Conversion(neutral, threshold, unlabeled, Optional.of(source));
  }

  /**
   * Where the solution first goes wrong: its reference verdict, or what its labels say.
   *
   * @throws Unwritable if a choice is missing, or a step without a label leaves it open
   */
  public Verdict verdict(LabeledSolution labeled) throws Unwritable {
    if (source.isEmpty() && labeled.verdict().isPresent()) {
      return labeled.verdict().orElseThrow();
    }
    List<StepLabel> labels = labels(labeled);
    for (int i = 0; i < labels.size(); i++) {
      Optional<StepLabel.Hard> label = label(labels.get(i), i);
      if (label.isEmpty()) {
        throw new Unwritable(
            "has no label on step %d, so its first wrong step is not known; name what it is: %s"
                .formatted(i + 1, "correct or incorrect"),
            ConversionChoice.UNLABELED);
      }
      if (label.get() == StepLabel.Hard.INCORRECT) {
        return Verdict.errorAt(i);
      }
    }
    return Verdict.allCorrect();
  }

  /**
   * One two-class label a step; fewer than the steps if the solution is cut.
   *
   * @throws Unwritable if a choice is missing
   */
  public List<StepLabel.Hard> hardLabels(LabeledSolution labeled) throws Unwritable {
    List<StepLabel> labels = labels(labeled);
    List<StepLabel.Hard> hard = new ArrayList<>(labels.size());
    for (StepLabel label : labels) {
      Optional<StepLabel.Hard> known = label(label, hard.size());
      if (known.isEmpty() && unlabeled == UnlabeledStep.CUT && !hard.isEmpty()) {
        return hard;
      }
      hard.add(
          known.orElseThrow(
              () ->
                  new Unwritable(
                      "has no label on step %d; name what it is: %s"
                          .formatted(hard.size() + 1, "correct, incorrect, or where to cut"),
                      ConversionChoice.UNLABELED)));
    }
    return hard;
  }

  private List<StepLabel> labels(LabeledSolution labeled) throws Unwritable {
    if (source.isPresent()) {
      return labeled
          .labels(source.get())
          .orElseThrow(() -> new Unwritable("has no labels from " + source.get()))
          .values();
    }
    if (labeled.labels().size() == 1) {
      return labeled.labels().get(0).values();
    }
    if (labeled.labels().size() > 1) {
      String names =
          labeled.labels().stream().map(StepLabels::source).collect(Collectors.joining(", "));
      throw new Unwritable(
          "has labels from " + names + "; name one source", ConversionChoice.SOURCE);
    }
    Verdict verdict = Unwritable.unless(labeled.verdict(), "which steps are right");
    return StepLabels.ofVerdict("verdict", labeled.solution().steps().size(), verdict).values();
  }

  /** Empty if the step has no label and is not given one. */
  private Optional<StepLabel.Hard> label(StepLabel label, int step) throws Unwritable {
    if (label == StepLabel.Rating.NEUTRAL && neutral.isEmpty()) {
      throw new Unwritable(
          "has a neutral rating on step %d; name what it becomes: %s"
              .formatted(step + 1, "correct, incorrect, or dropped"),
          ConversionChoice.NEUTRAL);
    }
    boolean soft = label instanceof StepLabel.Soft || label instanceof StepLabel.MonteCarlo;
    if (soft && threshold.isEmpty()) {
      throw new Unwritable(
          "has a soft label on step %d; name the threshold above which it is correct (the paper: 0)"
              .formatted(step + 1),
          ConversionChoice.THRESHOLD);
    }
    Binarization rule = new Binarization(threshold.orElse(0), neutral.orElse(NeutralRating.DROP));
    return label.hard(rule).or(this::assumed);
  }

  private Optional<StepLabel.Hard> assumed() {
    return switch (unlabeled) {
      case AS_CORRECT -> Optional.of(StepLabel.Hard.CORRECT);
      case AS_INCORRECT -> Optional.of(StepLabel.Hard.INCORRECT);
      case REJECT, CUT -> Optional.empty();
    };
  }
}
