package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;
import org.prmlab.data.Verdict;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.tabletop.program.WrittenProgram;

/** Makes the data sets of a tabletop world from its models. */
record WorldData(WorldFolder world, SetSizes sizes) {
  /** Of the policy's solutions and of all rollouts. */
  static final double TEMPERATURE = 0.7;

  /** Of the weaker policy's solutions. */
  static final double HOT = 1;

  /** Source of the Monte-Carlo counts. */
  static final String MONTE_CARLO = "mc";

  /** Source of the judge's labels. */
  static final String JUDGE = "judge";

  private static final int BY_POLICY = 2; // solutions of a training problem
  private static final int BY_WEAKER = 1;
  private static final int SAMPLES = 8; // of a Best-of-N problem
  private static final int ROLLOUTS = 8;
  private static final int POOL = 8; // solutions for each that humans annotate

  /**
   * Solutions of fresh problems, two thirds by the policy and one third by the weaker one, with the
   * exact checker's verdict and Monte-Carlo counts. The policy completes all of them.
   */
  void writeRollouts() {
    int[] training = sizes.training().stream().mapToInt(Integer::intValue).toArray();
    List<WrittenProgram> written = new ArrayList<>();
    written.addAll(answers(draw("training", training), WorldModel.POLICY, BY_POLICY));
    written.addAll(answers(draw("training", training), WorldModel.WEAKER, BY_WEAKER));
    written.sort(Comparator.comparing(WrittenProgram::problemId));
    int[][] counts;
    try (var policy = sampler(WorldModel.POLICY)) {
      counts =
          policy.correctRollouts(
              written.stream().map(WrittenProgram::program).toList(),
              written.stream().map(WrittenProgram::solution).toList(),
              ROLLOUTS,
              SampleSeeds.of(world.seed(), "rollouts"));
    }
    List<LabeledSolution> records = records(written);
    PrmlabRecord.write(
        world.rollouts(),
        IntStream.range(0, counts.length)
            .mapToObj(i -> records.get(i).withLabels(List.of(monteCarlo(counts[i]))))
            .toList());
  }

  private static StepLabels monteCarlo(int... counts) {
    List<StepLabel> rates = new ArrayList<>();
    for (int count : counts) {
      rates.add(StepLabel.monteCarlo(count, ROLLOUTS));
    }
    return new StepLabels(MONTE_CARLO, rates);
  }

  /** The same with the judge's labels. */
  void writeTraining() {
    StepDataset solutions = PrmlabRecord.read(world.rollouts());
    List<Verdict> judged;
    try (var judge = ProgramMarker.load(world.model(WorldModel.JUDGE))) {
      judged = judge.verdictsOf(solutions.stream().map(LabeledSolution::solution).toList());
    }
    List<LabeledSolution> labeled = new ArrayList<>();
    for (int i = 0; i < judged.size(); i++) {
      LabeledSolution one = solutions.solutions().get(i);
      StepLabels counts = one.labels(MONTE_CARLO).orElseThrow();
      int steps = one.solution().steps().size();
      labeled.add(
          one.withLabels(List.of(counts, StepLabels.ofVerdict(JUDGE, steps, judged.get(i)))));
    }
    PrmlabRecord.write(world.training(), labeled);
  }

  /** Solutions of the second tier by another generator, with the published shares of PRM800K. */
  void writeHuman() {
    int pool = POOL * sizes.human();
    List<WrittenProgram> written;
    try (var sampler = ProgramSampler.load(world.model(WorldModel.ANNOTATED), HOT)) {
      written = draw("human", 0, pool, 0, 0).answers(sampler, 1, WorldModel.ANNOTATED.id());
    }
    long seed = SampleSeeds.of(world.seed(), "human choice");
    PrmlabRecord.write(
        world.human(), records(AnnotatedShares.ofPrm800k().choose(written, sizes.human(), seed)));
  }

  /** What Best-of-N chooses from: eight solutions of each problem. */
  void writeBestOfEight() {
    List<WrittenProgram> written =
        answers(draw("best-of-8", sizes.bestOfEight()), WorldModel.POLICY, SAMPLES);
    PrmlabRecord.write(world.bestOfEight(), records(written));
  }

  /** Problems to search on, with eight solutions by the policy that searches, the weaker one. */
  void writeSearchSamples() {
    List<WrittenProgram> written =
        answers(draw("search", sizes.search()), WorldModel.WEAKER, SAMPLES);
    PrmlabRecord.write(world.searchSamples(), records(written));
  }

  /**
   * Solutions to find errors in, as ProcessBench has them: of each tier so many with an error and
   * so many without, by generators of different strength.
   */
  void writeStepErrors() {
    PrmlabRecord.write(world.stepErrors(), stepErrors("step errors", sizes.stepErrors()));
  }

  /** Fewer, of other problems, to tune thresholds on. */
  void writeTuning() {
    PrmlabRecord.write(world.tuning(), stepErrors("tuning", sizes.stepErrors() / 2));
  }

  private List<LabeledSolution> stepErrors(String name, int each) {
    List<WrittenProgram> pool = new ArrayList<>();
    for (WorldModel model : List.of(WorldModel.WEAKER, WorldModel.POLICY, WorldModel.JUDGE)) {
      // easy problems are many: few of them are answered wrongly
      ProgramDraw draw = draw(name + " " + model.id(), 15 * each, 3 * each, 2 * each, 2 * each);
      String suffix = model.id().substring(0, 1);
      answers(draw, model, 1).stream()
          .map(w -> w.withProblemId(w.problemId() + suffix))
          .forEach(pool::add);
    }
    Collections.shuffle(pool, new Random(SampleSeeds.of(world.seed(), name + " order")));
    return records(balanced(pool, each));
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
    kept.sort(Comparator.comparing(w -> w.program().tier()));
    return kept;
  }

  private ProgramDraw draw(String name, int each) {
    return draw(name, new int[] {each, each, each, each});
  }

  private ProgramDraw draw(String name, int... each) {
    return ProgramDraw.of(world, name, each);
  }

  private List<WrittenProgram> answers(ProgramDraw draw, WorldModel model, int samples) {
    try (var sampler = sampler(model)) {
      return draw.answers(sampler, samples, model.id());
    }
  }

  private ProgramSampler sampler(WorldModel model) {
    return ProgramSampler.load(world.model(model), model == WorldModel.WEAKER ? HOT : TEMPERATURE);
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
