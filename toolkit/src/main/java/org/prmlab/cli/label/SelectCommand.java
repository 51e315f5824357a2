package org.prmlab.cli.label;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.answer.AnswerComparison;
import org.prmlab.cli.common.AnswerOptions;
import org.prmlab.cli.common.CompletionOptions;
import org.prmlab.cli.common.LabelProgress;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.MissingReport;
import org.prmlab.cli.common.Named;
import org.prmlab.cli.common.ProblemGroups;
import org.prmlab.cli.common.ProblemWarning;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.SolutionColumnsBuilder;
import org.prmlab.data.SolutionRow;
import org.prmlab.evaluation.bestofn.SampledSolutions;
import org.prmlab.format.SolutionStream;
import org.prmlab.labeling.choice.PairwiseTournament;
import org.prmlab.labeling.choice.PointwiseChoice;
import org.prmlab.labeling.choice.SolutionChooser;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.stats.Bootstrap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab select}: Best-of-N by a language model, resumable. */
@Command(
    name = "select",
    description = {
      "Have a language model choose one of several sampled solutions of each problem.",
      "The result is one JSON line a problem. Every answer of the model is kept in"
          + " OUT.journal.jsonl first: the same command goes on where a run stopped."
    })
public final class SelectCommand implements Callable<Integer> {
  private static final double TEMPERATURE = 0;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Sampled solutions: qwen-samples, search-and-learn, or the toolkit's own.")
  private Path data = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSONL to write.")
  private Path out = Path.of("");

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description =
          "pairwise (two by two, the better one goes on) or pointwise (the largest share of steps"
              + " judged right; --shape, --prompt and --votes say how).")
  @SuppressWarnings("NullAway.Init") // required
  private Method method;

  @Option(
      names = "--pairwise-prompt",
      paramLabel = "FILE",
      description = "Other wording of a comparison: text with {problem}, {first} and {second}.")
  private @Nullable Path wording;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final JudgeOptions judging = new JudgeOptions();
  @Mixin private final CompletionOptions model = new CompletionOptions();
  @Mixin private final AnswerOptions answers = new AnswerOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** By name on the command line. */
  public enum Method {
    PAIRWISE,
    POINTWISE
  }

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    SolutionColumnsBuilder builder = new SolutionColumnsBuilder(ColumnRequest.withDefaults());
    SolutionRow row = new SolutionRow(ColumnRequest.withDefaults());
    SolutionStream solutions =
        reading.stream(
            data,
            solution -> {
              requireGradable(solution);
              row.of(solution);
              builder.add(row);
            });
    SolutionColumns columns = builder.build();
    ProblemWarning.print(columns, solutions, spec.commandLine().getErr());
    judging.requireDifferentVotes(model.temperature(TEMPERATURE));
    var files = new LabelRun(data, out, "choice");
    try (CompletionSource llm = model.open(TEMPERATURE);
        AnswerJournal journal = files.journal(llm.configuration());
        SolutionStream.Reader reader = solutions.open()) {
      var groups = new ProblemGroups(reader, columns.problems(), columns.size());
      SelectReport.Choices choices = choose(chooser(llm), groups, columns, journal);
      ChoiceRow.write(out, choices.rows());
      SelectReport report =
          new SelectReport(
              llm.name(),
              Named.name(method),
              columns.problems().size(),
              columns.size(),
              choices.answers(),
              choices.accuracy(Bootstrap.withDefaults()),
              choices.rows().stream().mapToInt(ChoiceRow::answers).sum(),
              choices.rows().stream().mapToInt(ChoiceRow::unread).sum(),
              UsageReport.of(llm, journal, model, begin),
              MissingReport.of(choices.missing()),
              out);
      format.print(report, report.text());
      return report.missing().exitCode();
    }
  }

  /** Fails where no answer could be graded, before a model is asked. */
  private void requireGradable(LabeledSolution solution) {
    boolean graded = solution.solution().finalAnswerCorrect().isPresent();
    if (!graded && solution.solution().problem().answer().isEmpty()) {
      sampled(List.of(solution));
    }
  }

  private SampledSolutions sampled(List<LabeledSolution> solutions) {
    return SampledSolutions.of(solutions, AnswerComparison.withDefaults(), answers.extraction());
  }

  private SolutionChooser chooser(CompletionSource llm) {
    if (method == Method.POINTWISE) {
      return new PointwiseChoice(judging.judge(llm));
    }
    PairwiseTournament tournament = PairwiseTournament.of(llm, model.seed());
    return wording == null ? tournament : tournament.withWording(wording);
  }

  private SelectReport.Choices choose(
      SolutionChooser chooser,
      ProblemGroups groups,
      SolutionColumns columns,
      AnswerJournal journal) {
    LabelProgress progress = new LabelProgress(columns.problems().size(), journal);
    SelectReport.Choices choices = new SelectReport.Choices(answers);
    while (groups.hasNext()) {
      List<LabeledSolution> some =
          groups.next(model.window()).stream().flatMap(List::stream).toList();
      SampledSolutions samples = sampled(some);
      progress.begin(samples.problems().size(), some.size());
      choices.add(samples, chooser.choose(samples.problems(), journal));
    }
    progress.end();
    return choices;
  }
}
