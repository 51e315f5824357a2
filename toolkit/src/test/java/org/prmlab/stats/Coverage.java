package org.prmlab.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.prmlab.evaluation.CohenKappa;
import org.prmlab.evaluation.StepAgreement;

/**
 * How often intervals hold what they are to hold, by drawing data again and again. The table of
 * decision 009 is what {@link #main} prints.
 */
final class Coverage {
  /**
   * Where data come from: problems whose own rates vary, each with some items.
   *
   * @param problems how many
   * @param items of a problem: from 1 to twice this, or one if it is 1
   * @param correlation of two items of a problem, in [0, 1)
   */
  record Design(int problems, int items, double correlation) {}

  /** How often an interval held the truth, and how often there was one. */
  record Result(double covered, double known, double width) {}

  /** What is estimated: the truth, and one estimate from new data. */
  interface Quantity {
    double truth();

    Optional<Estimate> estimate(UniformRandomProvider random, Bootstrap bootstrap);
  }

  private Coverage() {}

  static Result of(Quantity quantity, int repetitions, Bootstrap bootstrap) {
    int covered = 0;
    int known = 0;
    int defined = 0;
    double width = 0;
    for (int r = 0; r < repetitions; r++) {
      Optional<Estimate> interval = quantity.estimate(RandomStream.of(7, r), bootstrap);
      if (interval.isPresent()) {
        defined++;
        covered += interval.get().contains(quantity.truth()) ? 1 : 0;
        if (interval.get().isKnown()) {
          known++;
          width += interval.get().high() - interval.get().low();
        }
      }
    }
    return new Result(covered / (double) defined, known / (double) defined, width / known);
  }

  /** Hits and items by problem. */
  private static final class Counts {
    private final double[] hits;
    private final double[] items;

    Counts(int problems) {
      hits = new double[problems];
      items = new double[problems];
    }

    double share(int[] weights) {
      double sum = 0;
      double all = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * hits[i];
        all += weights[i] * items[i];
      }
      return sum / all;
    }

    ClusterShare share() {
      return ClusterShare.of(hits, items);
    }
  }

  private static Counts draw(Design design, double rate, UniformRandomProvider random) {
    Counts counts = new Counts(design.problems());
    double spread = (1 - design.correlation()) / Math.max(design.correlation(), 1e-9);
    var rates =
        design.correlation() == 0 || rate == 0 || rate == 1
            ? null
            : BetaDistribution.of(rate * spread, (1 - rate) * spread).createSampler(random);
    for (int p = 0; p < counts.hits.length; p++) {
      double own = rates == null ? rate : rates.sample();
      counts.items[p] = design.items() == 1 ? 1 : 1 + random.nextInt(2 * design.items() - 1);
      for (int i = 0; i < counts.items[p]; i++) {
        counts.hits[p] += random.nextDouble() < own ? 1 : 0;
      }
    }
    return counts;
  }

  static Quantity share(Design design, double rate) {
    return new Quantity() {
      @Override
      public double truth() {
        return rate;
      }

      @Override
      public Optional<Estimate> estimate(UniformRandomProvider random, Bootstrap bootstrap) {
        Counts counts = draw(design, rate, random);
        return bootstrap.intervalIfDefined(
            Clusters.ofRows(design.problems()), counts::share, ShareFunction.of(counts.share()));
      }
    };
  }

  static Quantity f1(Design design, double error, double correct) {
    return new Quantity() {
      @Override
      public double truth() {
        return Means.harmonic(error, correct);
      }

      @Override
      public Optional<Estimate> estimate(UniformRandomProvider random, Bootstrap bootstrap) {
        Counts a = draw(design, error, random);
        Counts b = draw(design, correct, random);
        return bootstrap.intervalIfDefined(
            Clusters.ofRows(design.problems()),
            w -> Means.harmonic(a.share(w), b.share(w)),
            new ShareFunction(
                List.of(a.share(), b.share()), rates -> Means.harmonic(rates[0], rates[1])));
      }
    };
  }

  /** The second system is right where the first is, but for these shares. */
  static Quantity difference(Design design, double won, double lost) {
    return new Quantity() {
      @Override
      public double truth() {
        return won - lost;
      }

      @Override
      public Optional<Estimate> estimate(UniformRandomProvider random, Bootstrap bootstrap) {
        Counts differ = draw(design, won + lost, random);
        List<Double> first = new ArrayList<>();
        List<Double> second = new ArrayList<>();
        List<Integer> problems = new ArrayList<>();
        for (int p = 0; p < design.problems(); p++) {
          for (int i = 0; i < differ.items[p]; i++) {
            boolean differs = i < differ.hits[p];
            boolean wins = differs && random.nextDouble() < won / (won + lost);
            first.add(wins ? 1.0 : 0.0);
            second.add(differs && !wins ? 1.0 : 0.0);
            problems.add(p);
          }
        }
        return Optional.of(
            PairedComparison.of(first, second, Clusters.by(problems), bootstrap).difference());
      }
    };
  }

  /**
   * Kappa of a source with itself judged by another.
   *
   * @param wrong share of steps that the first calls incorrect
   * @param found share of these that the second calls incorrect too
   * @param kept share of the others that the second calls correct too
   */
  static Quantity kappa(Design design, double wrong, double found, double kept) {
    double[][] table = {
      {(1 - wrong) * kept, (1 - wrong) * (1 - kept)}, {wrong * (1 - found), wrong * found}
    };
    return new Quantity() {
      @Override
      public double truth() {
        return CohenKappa.of(table);
      }

      @Override
      public Optional<Estimate> estimate(UniformRandomProvider random, Bootstrap bootstrap) {
        Counts incorrect = draw(design, wrong, random);
        ClusterSums cells = new ClusterSums(1, StepAgreement.COLUMNS);
        for (int p = 0; p < design.problems(); p++) {
          for (int i = 0; i < incorrect.items[p]; i++) {
            boolean bad = i < incorrect.hits[p];
            boolean same = random.nextDouble() < (bad ? found : kept);
            boolean correct = bad != same;
            cells.part(0).add(p, StepAgreement.column(bad ? 0 : 1, correct ? 1 : 0), 1);
          }
        }
        Clusters clusters = Clusters.ofRows(design.problems());
        return bootstrap.intervals(clusters, cells, StepAgreement.STATISTICS).get(0).get(1);
      }
    };
  }

  /** The same quantity with the percentiles of its resamples, wherever they fall. */
  static Quantity percentiles(Quantity quantity, Design design, double rate) {
    return new Quantity() {
      @Override
      public double truth() {
        return quantity.truth();
      }

      @Override
      public Optional<Estimate> estimate(UniformRandomProvider random, Bootstrap bootstrap) {
        Counts counts = draw(design, rate, random);
        Clusters clusters = Clusters.ofRows(design.problems());
        double[] draws = bootstrap.replicates(clusters, counts::share);
        Arrays.sort(draws);
        int cut = (int) (draws.length * (1 - bootstrap.level()) / 2);
        return Optional.of(
            new Estimate(
                counts.share().rate(),
                draws[cut],
                draws[draws.length - 1 - cut],
                bootstrap.level()));
      }
    };
  }

  /** Prints the table; argument: repetitions. */
  public static void main(String[] arguments) {
    int repetitions = Integer.parseInt(arguments[0]);
    print("| quantity | problems | items | correlation | the rule | percentiles | width |");
    print("|---|---|---|---|---|---|---|");
    for (int problems : new int[] {3, 8, 20, 50, 300}) {
      print(new Design(problems, 1, 0), repetitions);
      print(new Design(problems, 4, 0.3), repetitions);
    }
  }

  private static void print(Design design, int repetitions) {
    Bootstrap bootstrap = Bootstrap.withDefaults().withResamples(400);
    for (double rate : new double[] {0.5, 0.9, 0.98, 0.998}) {
      Quantity alone = percentiles(share(design, rate), design, rate);
      String covered = percent(of(alone, repetitions, bootstrap).covered());
      print("share " + rate, design, of(share(design, rate), repetitions, bootstrap), covered);
    }
    Map<String, Quantity> others = new LinkedHashMap<>();
    others.put("F1 of 0.02 and 0.99", f1(design, 0.02, 0.99));
    others.put("F1 of 0.4 and 0.99", f1(design, 0.4, 0.99));
    others.put("difference, 1 % won, 1 % lost", difference(design, 0.01, 0.01));
    others.put("difference, 5 % won, none lost", difference(design, 0.05, 0));
    others.put("kappa, 5 % of 10 % found", kappa(design, 0.1, 0.05, 0.999));
    others.put("kappa, 70 % of 20 % found", kappa(design, 0.2, 0.7, 0.95));
    others.forEach((name, q) -> print(name, design, of(q, repetitions, bootstrap), ""));
  }

  private static void print(String name, Design design, Result rule, String percentiles) {
    print(
        "| %s | %d | %d | %.1f | %s | %s | %.3f |"
            .formatted(
                name,
                design.problems(),
                design.items(),
                design.correlation(),
                percent(rule.covered()),
                percentiles,
                rule.width()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
