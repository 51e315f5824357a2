package org.prmlab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

/**
 * PRM800K, phases 1 and 2 (Lightman et al. 2023, arXiv 2305.20050): human ratings of steps.
 *
 * <p>One record is one solution: at each step the chosen completion, else the labeller's own (which
 * has no rating, so its step is unlabeled). A record ends early where neither is there; if its
 * labeller stopped at an error, the first completion rated -1 is the last step. The alternatives to
 * these steps are not solutions and are left out: combining them would make up solutions nobody
 * wrote.
 */
public record Prm800k() implements RecordFormat {
  private static final Set<String> READ = Set.of("question", "label");
  private static final String ANSWER = "# Answer";

  @Override
  public String id() {
    return "prm800k";
  }

  @Override
  public String leavesOut() {
    return "completions that were not chosen, and question and label fields other than the"
        + " problem, its answer, the texts and the ratings";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(List.of("labeler", "question", "label"));
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    JsonRecord question = record.object("question");
    JsonRecord label = record.object("label");
    Trail trail = new Trail(new ArrayList<>(), new ArrayList<>());
    boolean foundError = label.text("finish_reason").equals("found_error");
    for (JsonRecord step : label.objects("steps")) {
      if (!follow(step, trail, foundError)) {
        break;
      }
    }
    if (trail.steps().isEmpty()) {
      throw label.fault("steps", "has no step with a chosen, human or wrong completion");
    }
    Problem problem =
        new Problem(
            "", question.filledText("problem"), question.optionalText("ground_truth_answer"));
    Solution solution =
        new Solution(
            Fields.numbered(this, record),
            problem,
            "",
            trail.steps(),
            finalAnswer(trail.steps().get(trail.steps().size() - 1)),
            Optional.empty());
    return List.of(
        LabeledSolution.of(solution, new StepLabels("human", trail.labels()))
            .withExtra(record.rest(READ)));
  }

  private record Trail(List<String> steps, List<StepLabel> labels) {
    boolean add(JsonRecord completion) {
      steps.add(completion.text("text"));
      labels.add(Ratings.read(completion, "rating"));
      return true;
    }
  }

  /** Adds the step that was taken; false if none was. */
  private static boolean follow(JsonRecord step, Trail trail, boolean foundError) {
    List<JsonRecord> completions =
        step.has("completions") ? step.objects("completions") : List.of();
    if (step.has("chosen_completion")) {
      int chosen = step.integer("chosen_completion");
      if (chosen < 0 || chosen >= completions.size()) {
        throw step.fault(
            "chosen_completion",
            "is %d, but the step has %d completions; expected an index counted from 0"
                .formatted(chosen, completions.size()));
      }
      return trail.add(completions.get(chosen));
    }
    if (step.has("human_completion")) {
      return trail.add(step.object("human_completion"));
    }
    Optional<JsonRecord> wrong =
        completions.stream()
            .filter(c -> Ratings.read(c, "rating") == StepLabel.Rating.NEGATIVE)
            .findFirst();
    if (foundError && wrong.isPresent()) {
      trail.add(wrong.get());
    }
    return false;
  }

  private static Optional<String> finalAnswer(String lastStep) {
    int at = lastStep.lastIndexOf(ANSWER);
    return at < 0
        ? Optional.empty()
        : Optional.of(lastStep.substring(at + ANSWER.length()).strip()).filter(a -> !a.isEmpty());
  }
}
