package org.prmlab.cli.label;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.labeling.rollout.AdaptiveStopping;
import org.prmlab.labeling.rollout.EveryStep;
import org.prmlab.labeling.rollout.FirstErrorSearch;
import org.prmlab.labeling.rollout.RolloutBudget;
import org.prmlab.labeling.rollout.RolloutPrompt;
import org.prmlab.labeling.rollout.RolloutStrategy;
import picocli.CommandLine.Option;

/** From which steps how many rollouts are drawn, and what becomes of those without a verdict. */
public final class RolloutOptions {
  @Option(
      names = "--rollouts",
      defaultValue = "8",
      paramLabel = "N",
      description = "Completions from each step (default: ${DEFAULT-VALUE}, the paper's).")
  private int rollouts;

  @Option(
      names = "--min-decided",
      paramLabel = "N",
      description =
          "Label a step only if N of its rollouts have a verdict, or all that were drawn (default:"
              + " half of K). One that was cut off, has no answer or one that cannot be compared"
              + " has none, and is no failure.")
  private @Nullable Integer minDecided;

  @Option(
      names = "--strategy",
      defaultValue = "every-step",
      paramLabel = "NAME",
      description =
          "every-step (the paper), first-error (binary search, OmegaPRM), or adaptive (stops when"
              + " the hard label is decided; its rates are biased).")
  @SuppressWarnings("NullAway.Init") // has a default
  private Strategy strategy;

  @Option(
      names = "--threshold",
      defaultValue = "0",
      paramLabel = "X",
      description =
          "For first-error and adaptive: a rate above it is correct (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--prompt",
      paramLabel = "FILE",
      description =
          "Plain text with {problem} and {prefix} in place of a conversation, e.g. for base"
              + " models.")
  private @Nullable Path prompt;

  @Option(
      names = "--stop",
      defaultValue = "",
      paramLabel = "TEXT",
      description =
          "End a rollout before this text, e.g. what a base model writes after an answer to begin"
              + " another problem.")
  private String stop = "";

  @Option(
      names = "--keep-going",
      description = "Do not stop where (nearly) all rollouts of a batch have no verdict.")
  private boolean keepGoing;

  /** By name on the command line. */
  public enum Strategy {
    EVERY_STEP,
    FIRST_ERROR,
    ADAPTIVE
  }

  RolloutStrategy strategy() {
    RolloutBudget budget = RolloutBudget.of(rollouts);
    budget = minDecided == null ? budget : budget.withMinDecided(minDecided);
    return switch (strategy) {
      case EVERY_STEP -> new EveryStep(budget);
      case FIRST_ERROR -> new FirstErrorSearch(budget, threshold);
      case ADAPTIVE -> AdaptiveStopping.of(budget, threshold);
    };
  }

  RolloutPrompt prompt() {
    return prompt == null ? RolloutPrompt.conversation() : RolloutPrompt.read(prompt);
  }

  /** Text that ends a rollout; empty for none. */
  String stop() {
    return stop;
  }

  boolean stopsWithoutVerdicts() {
    return !keepGoing;
  }

  /** About how many answers some solutions take; for the time left. */
  long prompts(List<LabeledSolution> window) {
    return window.stream()
        .mapToLong(
            r -> {
              int steps = r.solution().steps().size();
              return strategy == Strategy.FIRST_ERROR
                  ? Integer.SIZE - Integer.numberOfLeadingZeros(steps)
                  : steps;
            })
        .sum();
  }
}
