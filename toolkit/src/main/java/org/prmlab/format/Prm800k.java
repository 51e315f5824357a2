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
 * <p>One record is one solution: at each step the chosen completion, else the labeler's own (which
 * has no rating, so its step is unlabeled). A record ends early where neither is there; if its
 * labeler stopped at an error, the first completion rated -1 is the last step. Combining the
 * alternatives to these steps would make up solutions nobody wrote; they are left out, or each ends
 * a solution of its own.
 *
 * @param alternatives what becomes of the rated completions that were not taken
 */
record Prm800k(Alternatives alternatives) implements RecordFormat {
  private static final Set<String> READ = Set.of("question", "label");
  private static final String ANSWER = "# Answer";

  /** One record is one solution. */
  public Prm800k() {
    this(Alternatives.CHOSEN);
  }

  @Override
  public String id() {
    return "prm800k";
  }

  @Override
  public String leavesOut() {
    return (alternatives == Alternatives.CHOSEN ? "completions that were not chosen, and " : "")
        + "question and label fields other than the problem, its answer, the texts and the ratings";
  }

  @Override
  public Set<ReadingChoice> choices() {
    return Set.of(ReadingChoice.ALTERNATIVES);
  }

  @Override
  public RecordFormat read(Reading reading) {
    return new Prm800k(reading.alternatives().orElse(alternatives));
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
    List<Other> others = new ArrayList<>();
    boolean foundError = label.text("finish_reason").equals("found_error");
    for (JsonRecord step : label.objects("steps")) {
      int before = trail.steps().size();
      boolean goesOn = follow(step, trail, foundError);
      others.addAll(others(step, trail, before));
      if (!goesOn) {
        break;
      }
    }
    Problem problem =
        new Problem(
            "", question.filledText("problem"), question.optionalText("ground_truth_answer"));
    String id = Fields.numbered(this, record);
    List<LabeledSolution> solutions = new ArrayList<>();
    if (!trail.steps().isEmpty()) {
      solutions.add(solution(id, problem, trail));
    }
    if (alternatives == Alternatives.EVERY) {
      others.forEach(o -> solutions.add(solution(id + "-" + o.name(), problem, o.trail())));
    }
    if (solutions.isEmpty()) {
      throw label.fault("steps", "has no step with a chosen, human or wrong completion");
    }
    return solutions.stream().map(s -> s.withExtra(record.rest(READ))).toList();
  }

  private static LabeledSolution solution(String id, Problem problem, Trail trail) {
    Optional<String> answer = finalAnswer(trail.steps().get(trail.steps().size() - 1));
    Solution solution = new Solution(id, problem, "", trail.steps(), answer, Optional.empty());
    return LabeledSolution.of(solution, new StepLabels("human", trail.labels()));
  }

  private record Trail(List<String> steps, List<StepLabel> labels) {
    boolean add(JsonRecord completion) {
      steps.add(completion.text("text"));
      labels.add(Ratings.read(completion, "rating"));
      return true;
    }
  }

  /**
   * A solution that ends with a completion that was not taken.
   *
   * @param name its step and its place among the completions, counted from 1
   */
  private record Other(String name, Trail trail) {}

  /** The rated completions of a step that the trail, which may have taken one, does not hold. */
  private static List<Other> others(JsonRecord step, Trail trail, int before) {
    List<Other> others = new ArrayList<>();
    List<JsonRecord> completions =
        step.has("completions") ? step.objects("completions") : List.of();
    boolean taken = false;
    for (int i = 0; i < completions.size(); i++) {
      JsonRecord completion = completions.get(i);
      boolean same =
          !taken
              && trail.steps().size() > before
              && trail.steps().get(before).equals(completion.text("text"))
              && trail.labels().get(before).equals(Ratings.read(completion, "rating"));
      taken |= same;
      if (!same && completion.has("rating")) {
        Trail other =
            new Trail(
                new ArrayList<>(trail.steps().subList(0, before)),
                new ArrayList<>(trail.labels().subList(0, before)));
        other.add(completion);
        others.add(new Other("s%d-c%d".formatted(before + 1, i + 1), other));
      }
    }
    return others;
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
