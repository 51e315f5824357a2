package org.prmlab.cli.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.BootstrapOptions;
import org.prmlab.cli.common.EvaluatedData;
import org.prmlab.cli.common.ReadingOptions;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.cli.common.ScoreSource;
import org.prmlab.data.ColumnRequest;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.scale.PredictionLines;
import org.prmlab.stats.Estimate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab evaluate step-errors}: who finds the first error. */
@Command(
    name = "step-errors",
    description = {
      "Measure how well first errors are found: ProcessBench's accuracies and F1.",
      "Predictions are {\"id\", \"prediction\"} rows (an index from 0, -1 for no error, null for"
          + " unreadable) or {\"id\", \"outputs\"} with a critic's texts, which are parsed and"
          + " voted. Scores are {\"id\", \"scores\"} rows or those in the data.",
      "Several splits: repeat --data, and --predictions or --scores as often in the same order; the"
          + " mean F1 of the splits is reported too."
    })
final class StepErrorsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Solutions with their reference verdicts, in any format the toolkit reads.")
  private List<Path> data = List.of();

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // required
  private Judge judge;

  @Mixin private final ReadingOptions reading = new ReadingOptions();
  @Mixin private final ThresholdOptions threshold = new ThresholdOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  /** What is measured: predictions, scores in files of their own, or scores in the data. */
  static final class Judge {
    @Option(names = "--predictions", paramLabel = "FILE", description = "Predicted first errors.")
    private List<Path> predictions = List.of();

    @Option(names = "--scores", paramLabel = "FILE", description = "Step scores by id.")
    private List<Path> scores = List.of();

    @Option(
        names = "--prm",
        paramLabel = "NAME",
        description = "Use this PRM's scores in the data; several PRMs: repeat it.")
    private List<String> prms = List.of();
  }

  private @Nullable EvaluatedData tuning;

  @Override
  public Integer call() {
    if (judge.prms.isEmpty()) {
      requireOneEach(judge.predictions.isEmpty() ? judge.scores : judge.predictions);
    }
    List<EvaluatedData> sets =
        data.stream().map(file -> reading.evaluated(file, request())).toList();
    if (judge.prms.size() > 1) {
      Map<String, StepErrorsResult> byPrm = new LinkedHashMap<>();
      judge.prms.forEach(prm -> byPrm.put(prm, result(scored(sets, inData(prm)))));
      PrmErrorsReport all = new PrmErrorsReport(byPrm);
      format.print(all, StepErrorsText.of(all));
      return 0;
    }
    StepErrorsResult result = result(judged(sets));
    format.print(result.json(), result.text());
    return 0;
  }

  private List<SplitJudgement> judged(List<EvaluatedData> sets) {
    if (!judge.predictions.isEmpty()) {
      return IntStream.range(0, sets.size()).mapToObj(i -> predicted(sets.get(i), i)).toList();
    }
    return scored(
        sets,
        judge.prms.isEmpty()
            ? judge.scores.stream().map(ScoreSource::ofFile).toList()
            : inData(judge.prms.get(0)));
  }

  private List<ScoreSource> inData(String prm) {
    return Collections.nCopies(data.size(), ScoreSource.ofPrm(prm));
  }

  private StepErrorsResult result(List<SplitJudgement> splits) {
    List<StepErrorsReport> reports =
        splits.stream().map(s -> s.report(bootstrap.bootstrap())).toList();
    if (reports.size() == 1) {
      return new StepErrorsResult(reports, Optional.empty());
    }
    Estimate average =
        StepErrors.averageOf(
            splits.stream().map(SplitJudgement::rows).toList(), bootstrap.bootstrap());
    return new StepErrorsResult(reports, Optional.of(average));
  }

  private void requireOneEach(List<Path> files) {
    if (files.size() != data.size()) {
      throw new ParameterException(
          spec.commandLine(),
          "%d --data but %d --%s files; give one for each, in the same order"
              .formatted(
                  data.size(),
                  files.size(),
                  judge.predictions.isEmpty() ? "scores" : "predictions"));
    }
  }

  private ColumnRequest request() {
    ColumnRequest request = EvaluatedData.request();
    for (String prm : judge.prms) {
      request = request.withPrm(prm);
    }
    return request;
  }

  /** A threshold tuned on one of the splits uses that split's scores. */
  private List<SplitJudgement> scored(List<EvaluatedData> sets, List<ScoreSource> sources) {
    int tuned = threshold.tuneOn().map(data::indexOf).orElse(-1);
    List<SplitJudgement> splits = new ArrayList<>();
    for (int split = 0; split < sets.size(); split++) {
      var source =
          new ThresholdOptions.Sources(sources.get(split), sources.get(tuned < 0 ? split : tuned));
      JudgedAtThreshold judged =
          threshold.judge(
              sets.get(split),
              source,
              bootstrap.bootstrap().seed(),
              file -> tuned < 0 ? tuning(file) : sets.get(tuned));
      splits.add(new SplitJudgement(sets.get(split).card(), judged));
    }
    return splits;
  }

  private EvaluatedData tuning(Path file) {
    if (tuning == null) {
      tuning = reading.evaluated(file, request());
    }
    return tuning;
  }

  private SplitJudgement predicted(EvaluatedData set, int split) {
    return new SplitJudgement(
        set.card(),
        JudgedVotes.read(
            judge.predictions.get(split),
            set,
            PredictionLines::votes,
            reading.setsAside() ? JudgedVotes.Others.IGNORE : JudgedVotes.Others.REFUSE));
  }
}
