package org.prmlab.tabletop.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.prmlab.model.TargetRow;
import org.prmlab.model.TokenRow;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.ProgramCheck;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.ProgramWriter;
import org.prmlab.tabletop.program.Tier;

/**
 * What a base model reads: right solutions, of which it learns every next token, and marked ones,
 * which open with another token and have wrong steps in them. Of these it learns only what stands
 * at the step tokens: {@code ok}, the value the step should have had, or {@code no} where only the
 * numbers it names are wrong. So it has the skill of checking that real base models bring along.
 *
 * @param tiers share of each tier
 * @param wrongSteps how many of the steps of a marked solution are wrong, in [0, 1]
 * @param marked share of the solutions that are marked, in (0, 1)
 */
record BaseText(List<Double> tiers, double wrongSteps, double marked) {
  private static final double HALF = 0.5;
  private static final double MISQUOTED = 0.3; // of the wrong steps
  private static final double BOTH = 0.5; // of the misquoted ones have a wrong result too

  public BaseText {
    tiers = List.copyOf(tiers);
    if (tiers.size() != Tier.values().length) {
      throw new IllegalArgumentException(
          "%d shares of tiers; expected one for each of %d"
              .formatted(tiers.size(), Tier.values().length));
    }
    if (!(marked > 0 && marked < 1)) {
      throw new IllegalArgumentException(
          "share %s of marked solutions; expected more than 0 and less than 1".formatted(marked));
    }
  }

  /** Half of its solutions are marked. */
  public BaseText(List<Double> tiers, double wrongSteps) {
    this(tiers, wrongSteps, HALF);
  }

  /** What a batch holds: the solved rows first. All rows have the same number of steps. */
  record BaseBatch(List<TargetRow> rows, int solved) {
    long tokens() {
      return rows.stream().mapToLong(r -> r.row().length()).sum();
    }

    /**
     * Means over the results of the solved rows and over the marks of the others, of all losses.
     */
    double[] losses(float[] all) {
      double results = 0;
      int reads = rows.subList(0, solved).stream().mapToInt(r -> r.row().scoredPositions()).sum();
      for (int i = ProgramTokens.RESULT; i < reads; i += ProgramTokens.LINE) {
        results += all[i];
      }
      double marks = 0;
      for (int i = reads; i < all.length; i++) {
        marks += all[i];
      }
      int steps = reads / ProgramTokens.LINE;
      return new double[] {results / steps, marks / (all.length - reads)};
    }
  }

  /** Rows of about {@code tokens} tokens; the solved ones weigh 1 in all, so do the marked ones. */
  BaseBatch batch(int tokens, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Tier tier = drawTier(random);
    Program first = Program.draw(tier, random);
    double both = 2 * Math.max(1, tokens / (9 * first.steps() + 3) / 2);
    int right = (int) Math.max(1, Math.round(both * (1 - marked)));
    int wrong = (int) Math.max(1, Math.round(both * marked));
    List<TokenRow> solved = new ArrayList<>();
    List<float[]> next = new ArrayList<>();
    List<TokenRow> checked = new ArrayList<>();
    List<float[]> marks = new ArrayList<>();
    for (int i = 0; i < Math.max(right, wrong); i++) {
      if (i < right) {
        add(ofLength(tier, first.steps(), random), random, solved, next);
      }
      if (i < wrong) {
        addMarked(ofLength(tier, first.steps(), random), random, checked, marks);
      }
    }
    List<TargetRow> rows = new ArrayList<>(weighed(solved, next));
    rows.addAll(weighed(checked, marks));
    return new BaseBatch(rows, right);
  }

  private Tier drawTier(RandomGenerator random) {
    double left = random.nextDouble() * tiers.stream().mapToDouble(Double::doubleValue).sum();
    Iterator<Double> shares = tiers.iterator();
    Tier drawn = Tier.T1;
    for (Tier tier : Tier.values()) {
      drawn = tier;
      left -= shares.next();
      if (left < 0) {
        break;
      }
    }
    return drawn;
  }

  /** Rows of a batch all have the same length: nothing is padded. */
  private Program ofLength(Tier tier, int steps, RandomGenerator random) {
    Program program = Program.draw(tier, random);
    while (program.steps() != steps) {
      program = Program.draw(tier, random);
    }
    return program;
  }

  private static void add(
      Program program, RandomGenerator random, List<TokenRow> rows, List<float[]> targets) {
    int[] ids =
        ProgramTokens.joined(program, new ProgramWriter(random).write(program, program.values()));
    int from = 3 * program.steps() + 2;
    rows.add(TokenRow.of(ids, IntStream.range(from, ids.length - 1).toArray()));
    float[] next = new float[ids.length - 1 - from];
    for (int i = 0; i < next.length; i++) {
      next[i] = ids[from + i + 1];
    }
    targets.add(next);
  }

  private void addMarked(
      Program program, RandomGenerator random, List<TokenRow> rows, List<float[]> targets) {
    var writer = new ProgramWriter(random);
    int[] values = new int[program.steps()];
    boolean[] misquoted = new boolean[program.steps()];
    for (int step = 0; step < values.length; step++) {
      boolean wrong = random.nextDouble() < wrongSteps;
      misquoted[step] = wrong && random.nextDouble() < MISQUOTED;
      boolean result = wrong && (!misquoted[step] || random.nextDouble() < BOTH);
      int right = program.right(step, values);
      values[step] = result ? writer.other(right) : right;
    }
    int[] solution = writer.write(program, values);
    for (int step = 0; step < values.length; step++) {
      if (misquoted[step]) {
        writer.misquote(solution, step);
      }
    }
    int[] ids = ProgramTokens.joined(program, solution);
    ids[0] = ProgramTokens.MARK;
    rows.add(TokenRow.of(ids, ProgramTokens.stepPositions(program.steps())));
    targets.add(marks(program, solution, values));
  }

  private static float[] marks(Program program, int[] solution, int[] values) {
    List<Boolean> rights = ProgramCheck.of(program, solution).rights();
    float[] marks = new float[values.length];
    for (int step = 0; step < marks.length; step++) {
      int right = program.right(step, values);
      marks[step] =
          rights.get(step)
              ? ProgramTokens.OK
              : right == values[step] ? ProgramTokens.NO : ProgramTokens.number(right);
    }
    return marks;
  }

  /** Every read counts alike, all together 1. */
  private static List<TargetRow> weighed(List<TokenRow> rows, List<float[]> targets) {
    float reads = rows.stream().mapToInt(TokenRow::scoredPositions).sum();
    List<TargetRow> result = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      float[] weights = new float[targets.get(i).length];
      Arrays.fill(weights, 1 / reads);
      result.add(TargetRow.of(rows.get(i), targets.get(i), weights));
    }
    return result;
  }
}
