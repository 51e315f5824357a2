package org.prmlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Verdict;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.labeling.ConsensusFilter;
import org.prmlab.scale.ConsensusBlocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin private final ConsensusOptions options = new ConsensusOptions();
  @Mixin private final BootstrapOptions bootstrap = new BootstrapOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    LabelSource first = LabelSource.read(options.mc(), options.mcSource());
    LabelSource second = LabelSource.read(options.judge(), options.judgeSource());
    List<LabelPair> pairs = first.pairedWith(second);
    ProblemWarning.print(pairs.stream().map(LabelPair::solution), spec.commandLine().getErr());
    ConsensusFilter filter = options.filter();
    ConsensusFilter.Split split = filter.split(pairs);
    write(options.out(), split.kept(), first);
    options
        .dropped()
        .ifPresent(
            dropped -> {
              List<LabelPair> rest = new ArrayList<>(split.dropped());
              rest.addAll(split.open());
              write(dropped, rest, first);
            });
    ConsensusReport report =
        new ConsensusReport.Maker(filter, bootstrap.bootstrap(), truth(first))
            .make(
                pairs,
                options.field().map(first::values).orElse(List.of()),
                only(first, second),
                options.out());
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
        records.add(ConsensusBlocks.both(record, options.judgeSource(), pair));
      }
    }
    PrmlabRecord.write(file, records);
  }
}
