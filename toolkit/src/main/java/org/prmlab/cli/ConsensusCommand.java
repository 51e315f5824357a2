package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.NeutralRating;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.labeling.AgreementRule;
import org.prmlab.labeling.ConsensusFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab filter consensus}: what rollouts and a judge agree on. */
@Command(
    name = "consensus",
    description = {
      "Keep the solutions on which rollouts and a judge agree, and say what is thrown away.",
      "The result holds the records of the --mc file with the labels of both."
    })
final class ConsensusCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--mc",
      required = true,
      paramLabel = "FILE",
      description = "The solutions with Monte-Carlo labels.")
  private Path mc = Path.of("");

  @Option(
      names = "--judge",
      required = true,
      paramLabel = "FILE",
      description = "The same solutions with a judge's labels; may be the same file.")
  private Path judge = Path.of("");

  @Option(
      names = "--mc-source",
      defaultValue = "mc",
      paramLabel = "NAME",
      description = "Name of the labels in the first file (default: ${DEFAULT-VALUE}).")
  private String mcSource = "";

  @Option(
      names = "--judge-source",
      defaultValue = "judge",
      paramLabel = "NAME",
      description = "Name of the labels in the second file (default: ${DEFAULT-VALUE}).")
  private String judgeSource = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "What is kept.")
  private Path out = Path.of("");

  @Option(
      names = "--dropped",
      paramLabel = "FILE",
      description = "Also write what is thrown away, open verdicts included.")
  private @Nullable Path dropped;

  @Option(
      names = "--agree-on",
      defaultValue = "first-error",
      paramLabel = "RULE",
      description = "first-error (the paper), every-step, or verdict (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private AgreementRule agreement;

  @Option(
      names = "--threshold",
      defaultValue = "0",
      paramLabel = "T",
      description = "A rollout rate above it is correct (default: ${DEFAULT-VALUE}, the paper's).")
  private double threshold;

  @Option(
      names = "--by",
      paramLabel = "FIELD",
      description = "Also report by this field of the records, such as level.")
  private @Nullable String field;

  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    LabelSource first = LabelSource.read(mc, mcSource);
    LabelSource second = LabelSource.read(judge, judgeSource);
    List<LabelPair> pairs = first.pairedWith(second);
    Binarization rule = new Binarization(threshold, NeutralRating.AS_CORRECT);
    ConsensusFilter filter = new ConsensusFilter(agreement, rule);
    ConsensusFilter.Split split = filter.split(pairs);
    write(out, split.kept(), first);
    if (dropped != null) {
      List<LabelPair> rest = new ArrayList<>(split.dropped());
      rest.addAll(split.open());
      write(dropped, rest, first);
    }
    ConsensusReport report =
        new ConsensusReport.Maker(filter, bootstrap.bootstrap(), truth(first))
            .make(pairs, field == null ? List.of() : first.values(field), only(first, second), out);
    format.print(spec.commandLine().getOut(), report, ConsensusText.of(report));
    return 0;
  }

  private static Map<String, Verdict> truth(LabelSource source) {
    Map<String, Verdict> truth = new HashMap<>();
    source.solutions().forEach((id, s) -> s.verdict().ifPresent(v -> truth.put(id, v)));
    return truth;
  }

  /** How many solutions only one of the files has. */
  private static int only(LabelSource first, LabelSource second) {
    Set<String> all = new HashSet<>(first.solutions().keySet());
    all.addAll(second.solutions().keySet());
    Set<String> both = new HashSet<>(first.solutions().keySet());
    both.retainAll(second.solutions().keySet());
    return all.size() - both.size();
  }

  private void write(Path file, List<LabelPair> pairs, LabelSource first) {
    Map<String, LabelPair> chosen = new HashMap<>();
    pairs.forEach(p -> chosen.put(p.solution().id(), p));
    List<LabeledSolution> records = new ArrayList<>();
    for (LabeledSolution record : first.solutions().values()) {
      LabelPair pair = chosen.get(record.solution().id());
      if (pair != null) {
        records.add(both(record, pair.second()));
      }
    }
    PrmlabRecord.write(file, records);
  }

  private LabeledSolution both(LabeledSolution record, StepLabels second) {
    if (record.labels(judgeSource).isPresent()) {
      return record;
    }
    List<StepLabels> labels = new ArrayList<>(record.labels());
    labels.add(new StepLabels(judgeSource, second.values()));
    return record.withLabels(labels);
  }
}
