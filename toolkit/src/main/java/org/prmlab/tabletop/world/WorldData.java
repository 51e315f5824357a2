package org.prmlab.tabletop.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.tabletop.program.WrittenProgram;

/** Makes the data sets of a tabletop world from its models. */
record WorldData(WorldFolder world) {
  /** Temperature of solutions and of rollouts. */
  static final double TEMPERATURE = 0.7;

  /** Source of the Monte-Carlo counts. */
  static final String MONTE_CARLO = "mc";

  /** Source of the judge's labels. */
  static final String JUDGE = "judge";

  private static final int RESPONSES = 4; // of a training problem
  private static final int SAMPLES = 8; // of a Best-of-N problem
  private static final int ROLLOUTS = 8;
  private static final String POLICY = "policy";

  /**
   * Training data: solutions of fresh problems with the exact checker's verdict, Monte-Carlo counts
   * and the judge's labels.
   */
  void writeTraining() {
    List<WrittenProgram> written;
    int[][] counts;
    try (var policy = sampler(WorldModel.POLICY, TEMPERATURE)) {
      var draw = ProgramDraw.of(world, "training", 150, 300, 525, 525);
      written = draw.answers(policy, RESPONSES, POLICY);
      counts =
          policy.correctRollouts(
              written.stream().map(WrittenProgram::program).toList(),
              written.stream().map(WrittenProgram::solution).toList(),
              ROLLOUTS,
              SampleSeeds.of(seed(), "rollouts"));
    }
    List<Verdict> judged;
    try (var judge = ProgramMarker.load(world.model(WorldModel.JUDGE))) {
      judged = judge.verdicts(written);
    }
    List<LabeledSolution> records = records(written);
    List<LabeledSolution> labeled = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      int steps = counts[i].length;
      List<StepLabel> rates = new ArrayList<>();
      for (int count : counts[i]) {
        rates.add(StepLabel.monteCarlo(count, ROLLOUTS));
      }
      labeled.add(
          records
              .get(i)
              .withLabels(
                  List.of(
                      new StepLabels(MONTE_CARLO, rates),
                      StepLabels.ofVerdict(JUDGE, steps, judged.get(i)))));
    }
    PrmlabRecord.write(world.training(), labeled);
  }

  /** What Best-of-N chooses from: eight solutions of each problem. */
  void writeBestOfEight() {
    try (var policy = sampler(WorldModel.POLICY, TEMPERATURE)) {
      var draw = ProgramDraw.of(world, "best-of-8", 400, 400, 400, 400);
      PrmlabRecord.write(world.bestOfEight(), records(draw.answers(policy, SAMPLES, POLICY)));
    }
  }

  /**
   * Solutions to find errors in, as ProcessBench has them: of each tier so many with an error and
   * so many without, by generators of different strength.
   */
  void writeStepErrors() {
    writeStepErrors("step errors", 300, world.stepErrors());
  }

  /** Fewer, of other problems. */
  void writeTuning() {
    writeStepErrors("tuning", 150, world.tuning());
  }

  private void writeStepErrors(String name, int each, Path out) {
    List<WrittenProgram> pool = new ArrayList<>();
    pool.addAll(pool(name + " a", WorldModel.WEAKER, 1, each));
    pool.addAll(pool(name + " b", WorldModel.POLICY, 1, each));
    pool.addAll(pool(name + " c", WorldModel.POLICY, TEMPERATURE, each));
    Collections.shuffle(pool, new Random(SampleSeeds.of(seed(), name + " order")));
    PrmlabRecord.write(out, records(balanced(pool, each)));
  }

  /** The first of a pool, so many of each tier with an error and as many without, tier by tier. */
  static List<WrittenProgram> balanced(List<WrittenProgram> pool, int each) {
    Map<String, Integer> taken = new HashMap<>();
    List<WrittenProgram> kept = new ArrayList<>();
    for (WrittenProgram written : pool) {
      String kind = written.program().tier() + " " + written.check().verdict().hasError();
      if (taken.merge(kind, 1, Integer::sum) <= each) {
        kept.add(written);
      }
    }
    kept.sort(java.util.Comparator.comparing(w -> w.program().tier()));
    return kept;
  }

  /** Easy problems are many: few of them are answered wrongly. */
  private List<WrittenProgram> pool(String name, WorldModel model, double temperature, int each) {
    String generator =
        temperature == TEMPERATURE
            ? model.id()
            : String.format(Locale.ROOT, "%s, T=%.0f", model.id(), temperature);
    try (var sampler = sampler(model, temperature)) {
      String suffix = name.substring(name.length() - 1);
      return ProgramDraw.of(world, name, 15 * each, 3 * each, 2 * each, 2 * each)
          .answers(sampler, 1, generator)
          .stream()
          .map(w -> w.withProblemId(w.problemId() + suffix))
          .toList();
    }
  }

  private long seed() {
    return world.seed();
  }

  private ProgramSampler sampler(WorldModel model, double temperature) {
    return ProgramSampler.load(world.model(model), temperature);
  }

  /** Ids count the solutions of a problem; a problem of another generator is another problem. */
  static List<LabeledSolution> records(List<WrittenProgram> written) {
    Map<String, Integer> seen = new HashMap<>();
    List<LabeledSolution> records = new ArrayList<>();
    for (WrittenProgram one : written) {
      int sample = seen.merge(one.problemId(), 1, Integer::sum) - 1;
      records.add(one.record(one.problemId() + "-" + sample));
    }
    return records;
  }
}
