package org.prmlab.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.Solution;
import org.prmlab.data.StepDataset;

/**
 * ProcessBench (Zheng et al. 2024, arXiv 2412.06559): solutions with the human index of the first
 * wrong step. The field {@code label} is that index, counted from 0, or {@code -1} for none.
 *
 * <p>Fields beyond the format's six are kept as {@link LabeledSolution#extra()} and written again.
 */
public record ProcessBench() implements WritableFormat {
  private static final Set<String> FIELDS =
      Set.of("id", "generator", "problem", "steps", "final_answer_correct", "label");

  /**
   * All records of a file: JSON array or JSONL, plain or gzip.
   *
   * @throws FormatException if the file or a record is bad; names file, line and field
   */
  public static StepDataset read(Path path) {
    return StepFiles.read(path, new ProcessBench());
  }

  /** The records of a file one by one, stopping at the first bad one. */
  public static SolutionReader open(Path path) {
    return SolutionReader.open(path, new ProcessBench());
  }

  /**
   * Writes a JSON array laid out as the published files are, or JSONL if the name ends so.
   *
   * @throws FormatException if a solution lacks what the format needs, or the file cannot be
   *     written
   */
  public static void write(Path path, Iterable<LabeledSolution> solutions) {
    SolutionWriter.writeAll(path, new ProcessBench(), solutions);
  }

  @Override
  public String id() {
    return "processbench";
  }

  @Override
  public boolean recognizes(JsonRecord record) {
    return record.names(FIELDS) && !PrmlabRecord.hasOwnFields(record);
  }

  @Override
  public List<LabeledSolution> decode(JsonRecord record) {
    List<String> steps = Fields.steps(record, "steps");
    Solution solution =
        new Solution(
            record.filledText("id"),
            Problem.of("", record.filledText("problem")),
            record.text("generator"),
            steps,
            Optional.empty(),
            Optional.of(record.flag("final_answer_correct")));
    return List.of(
        LabeledSolution.of(solution, Fields.verdict(record, steps.size()))
            .withExtra(record.rest(FIELDS)));
  }

  @Override
  public Set<SolutionPart> carries() {
    return EnumSet.of(
        SolutionPart.ID,
        SolutionPart.GENERATOR,
        SolutionPart.FINAL_ANSWER_CORRECT,
        SolutionPart.VERDICT,
        SolutionPart.EXTRA_FIELDS);
  }

  @Override
  public void encode(LabeledSolution labeled, Conversion conversion, ObjectNode record)
      throws Unwritable {
    Solution solution = labeled.solution();
    record.put("id", solution.id());
    record.put("generator", solution.generator());
    record.put("problem", solution.problem().text());
    ArrayNode steps = record.putArray("steps");
    solution.steps().forEach(steps::add);
    record.put(
        "final_answer_correct",
        Unwritable.unless(solution.finalAnswerCorrect(), "whether its final answer is correct"));
    record.put("label", Fields.label(conversion.verdict(labeled)));
    Fields.putExtra(
        labeled, record, PrmlabRecord.FIELDS); // with more than these it is no ProcessBench
  }
}
