package org.prmlab.cli.score;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.CompletionOptions;
import org.prmlab.cli.common.LabelProgress;
import org.prmlab.cli.common.LabelRun;
import org.prmlab.cli.common.MeaningNote;
import org.prmlab.cli.common.PrmKindOptions;
import org.prmlab.cli.common.PrmOptions;
import org.prmlab.cli.common.ProblemWarning;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.UsageReport;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.ProblemKey;
import org.prmlab.format.Formats;
import org.prmlab.format.ResumableJsonLines;
import org.prmlab.format.StepFiles;
import org.prmlab.labeling.rollout.RolloutPrompt;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.search.ModelProposer;
import org.prmlab.search.SearchSettings;
import org.prmlab.search.StepScorer;
import org.prmlab.search.StepSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab search}: solutions step by step, guided by a PRM, resumable. */
@Command(
    name = "search",
    description = {
      "Write solutions step by step: a language model proposes steps, a PRM keeps the best.",
      "The result holds one solution a problem, with scores and cost. Every answer of the model is"
          + " kept in OUT.journal.jsonl first: the same command goes on where a run stopped."
    })
public final class SearchCommand implements Callable<Integer> {
  private static final double TEMPERATURE = 0.7;
  private static final int STEPS = 8; // of a solution, about; for the time left

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Problems, in any format the toolkit reads; each is searched once.")
  private Path data = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "JSONL to write.")
  private Path out = Path.of("");

  @Option(
      names = "--prm",
      required = true,
      paramLabel = "DIR|HUB-ID",
      description = "The PRM that ranks; on the device of a local policy.")
  private String prm = "";

  @Option(
      names = "--prompt",
      paramLabel = "FILE",
      description =
          "Plain text with {problem} and {prefix} in place of a conversation, e.g. for base"
              + " models.")
  private @Nullable Path prompt;

  @Option(
      names = "--unanswered",
      defaultValue = "stop",
      paramLabel = "NAME",
      description =
          "Where the model gives no answer, e.g. since its context is full: stop the run, or drop"
              + " the path (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private SearchRun.Unanswered unanswered;

  @Mixin private final PrmKindOptions kind = new PrmKindOptions();
  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final SearchOptions options = new SearchOptions();
  @Mixin private final CompletionOptions model = new CompletionOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    long begin = System.nanoTime();
    SearchSettings settings = options.settings();
    List<Problem> problems = problems();
    var files = new LabelRun(data, out, "search");
    try (CompletionSource llm = model.open(TEMPERATURE, RolloutPrompt.STEP_END);
        ProcessRewardModel guide =
            ProcessRewardModel.load(PrmOptions.resolve(prm), kind.apply(model.prmSettings()));
        AnswerJournal journal = files.journal(llm.configuration());
        ResumableJsonLines lines =
            ResumableJsonLines.open(
                out,
                configuration(llm, guide, settings),
                problems.stream().map(Problem::id).iterator())) {
      int resumed = lines.done();
      MeaningNote.of(guide.name(), guide.meaning(), List.of(settings.aggregation()))
          .ifPresent(note -> spec.commandLine().getErr().println("warning: " + note));
      ModelProposer policy = ModelProposer.of(llm, asked(), journal);
      StepSearch search = StepSearch.of(policy, StepScorer.of(guide), settings);
      LabelProgress progress = new LabelProgress(problems.size(), journal);
      new SearchRun(search, policy, llm.name(), unanswered)
          .write(
              problems,
              lines,
              model.window(),
              (done, size) -> progress.begin(size, (long) size * STEPS));
      progress.end();
      List<LabeledSolution> records = Formats.read(out).solutions();
      SearchReport.Sum sum = SearchReport.Sum.of(records);
      SearchReport report =
          new SearchReport(
              llm.name(),
              guide.name(),
              settings.toString(),
              records.size(),
              resumed,
              sum.complete(),
              sum.graded(),
              sum.accuracy(),
              (double) sum.tokens() / records.size(),
              policy.unanswered().size(),
              sum.refused(),
              search.refusals().values().stream().findFirst().orElse(""),
              UsageReport.of(llm, journal, model, begin),
              out);
      format.print(report, report.text());
      return 0;
    }
  }

  /**
   * The problems of the file, each once; one without an id is called like its first solution, and
   * an id that is taken gets a number.
   */
  private List<Problem> problems() {
    Map<ProblemKey, Problem> problems = new LinkedHashMap<>();
    Set<String> ids = new HashSet<>();
    List<LabeledSolution> records = reading.read(data).solutions();
    ProblemWarning.print(
        records.stream().map(LabeledSolution::solution), spec.commandLine().getErr());
    for (LabeledSolution record : records) {
      Problem problem = record.solution().problem();
      String wanted = problem.id().isEmpty() ? record.solution().id() : problem.id();
      if (!problems.containsKey(problem.key())) {
        String id = ids.add(wanted) ? wanted : wanted + "#" + (problems.size() + 1);
        ids.add(id);
        problems.put(problem.key(), new Problem(id, problem.text(), problem.answer()));
      }
    }
    return List.copyOf(problems.values());
  }

  private RolloutPrompt asked() {
    return prompt == null ? RolloutPrompt.conversation() : RolloutPrompt.read(prompt);
  }

  private String configuration(
      CompletionSource policy, ProcessRewardModel guide, SearchSettings settings) {
    var print =
        new Fingerprint()
            .add("policy", policy.configuration())
            .add("prm", guide.fingerprint())
            .add("search", settings)
            .add("unanswered", unanswered)
            .add("file", StepFiles.sha256(data) + reading.fingerprint());
    return (prompt == null ? print : print.addFile(prompt)).hex().substring(0, 16);
  }
}
