package org.prmlab.evaluation.bestofn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.prmlab.data.ProblemKey;
import org.prmlab.stats.Clusters;

/** The samples of many problems, as selection sees them: {@link CandidateGroup}s as columns. */
public final class CandidateColumns {
  private final SampleGroups groups;
  private final double[] scores; // (samples, by group)

  /**
   * What selection sees of samples beside their scores.
   *
   * @param begins (groups + 1): index of each group's first sample
   * @param classes (samples): which answer a sample gives
   * @param correct (samples): whether that is the gold one
   * @param clusters (groups): groups of one problem are one cluster
   * @param salts hash of the name of each group's problem
   * @param names what the problem of a group is called
   */
  @SuppressWarnings("ArrayRecordComponent") // columns: as long as the data
  record SampleGroups(
      int[] begins,
      int[] classes,
      boolean[] correct,
      Clusters clusters,
      int[] salts,
      IntFunction<ProblemKey> names) {
    int size() {
      return begins.length - 1;
    }

    int largestK() {
      return IntStream.range(0, size()).map(g -> begins[g + 1] - begins[g]).min().orElse(0);
    }
  }

  CandidateColumns(SampleGroups groups, double[] scores) {
    this.groups = groups;
    this.scores = scores;
    for (double score : scores) {
      if (Double.isNaN(score)) {
        throw new IllegalArgumentException(
            "candidate scored NaN; a number that can be ranked needed");
      }
    }
  }

  /** Of groups, each of which has samples. */
  static CandidateColumns of(List<CandidateGroup> some) {
    int[] begins = new int[some.size() + 1];
    for (int g = 0; g < some.size(); g++) {
      begins[g + 1] = begins[g] + some.get(g).size();
    }
    int[] classes = new int[begins[some.size()]];
    boolean[] correct = new boolean[classes.length];
    double[] scores = new double[classes.length];
    Map<ProblemKey, Integer> known = new HashMap<>();
    int[] problems = new int[some.size()];
    for (int g = 0; g < some.size(); g++) {
      List<Candidate> candidates = some.get(g).candidates();
      int next = known.size();
      problems[g] = known.computeIfAbsent(some.get(g).problem(), k -> next);
      for (int i = 0; i < candidates.size(); i++) {
        classes[begins[g] + i] = candidates.get(i).answerClass();
        correct[begins[g] + i] = candidates.get(i).correct();
        scores[begins[g] + i] = candidates.get(i).score();
      }
    }
    Clusters clusters = Clusters.ofNumbers(problems);
    int[] salts = some.stream().mapToInt(g -> g.problem().name().hashCode()).toArray();
    IntFunction<ProblemKey> names = g -> some.get(g).problem();
    return new CandidateColumns(
        new SampleGroups(begins, classes, correct, clusters, salts, names), scores);
  }

  /** Some samples of one group as a group of its own, in this order. */
  CandidateColumns drawn(int group, int[] samples) {
    int begin = groups.begins()[group];
    int[] classes = new int[samples.length];
    boolean[] correct = new boolean[samples.length];
    double[] of = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      classes[i] = groups.classes()[begin + samples[i]];
      correct[i] = groups.correct()[begin + samples[i]];
      of[i] = scores[begin + samples[i]];
    }
    return new CandidateColumns(
        new SampleGroups(
            new int[] {0, samples.length},
            classes,
            correct,
            groups.clusters(),
            groups.salts(),
            groups.names()),
        of);
  }

  /** How many problems there are. */
  public int size() {
    return groups.size();
  }

  /** The size of the smallest group: the largest k that every problem has. */
  public int largestK() {
    return groups.largestK();
  }

  Clusters clusters() {
    return groups.clusters();
  }

  int salt(int group) {
    return groups.salts()[group];
  }

  int size(int group) {
    return groups.begins()[group + 1] - groups.begins()[group];
  }

  /** One group as an object. */
  CandidateGroup group(int group) {
    List<Candidate> candidates = new ArrayList<>(size(group));
    for (int i = groups.begins()[group]; i < groups.begins()[group + 1]; i++) {
      candidates.add(new Candidate(groups.classes()[i], groups.correct()[i], scores[i]));
    }
    return new CandidateGroup(groups.names().apply(group), candidates);
  }

  /** Whether any of the first {@code k} samples is right. */
  boolean any(int group, int k) {
    int begin = groups.begins()[group];
    for (int i = begin; i < begin + k; i++) {
      if (groups.correct()[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sample with the highest score is right; the first of several. */
  public boolean isRight(int group, int k) {
    return groups.correct()[groups.begins()[group] + chosen(group, k)];
  }

  /**
   * Which of the first k samples of a group has the highest score, from 0; the first of several.
   */
  public int chosen(int group, int k) {
    int begin = groups.begins()[group];
    int best = begin;
    for (int i = begin + 1; i < begin + k; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best - begin;
  }

  /**
   * Whether the first sample of the class with the largest summed weight is right; of several such
   * classes the one that came first.
   */
  boolean heaviestClass(int group, int k, VoteWeight weight) {
    int begin = groups.begins()[group];
    int[] firsts = new int[k]; // by class, in order of first appearance
    double[] sums = new double[k];
    int classes = 0;
    for (int i = begin; i < begin + k; i++) {
      int place = 0;
      while (place < classes && groups.classes()[firsts[place]] != groups.classes()[i]) {
        place++;
      }
      if (place == classes) {
        firsts[classes++] = i;
      }
      sums[place] += weight.of(scores[i]);
    }
    int chosen = 0;
    for (int place = 1; place < classes; place++) {
      chosen = sums[place] > sums[chosen] ? place : chosen;
    }
    return groups.correct()[firsts[chosen]];
  }

  /** What a sample's score weighs in a vote. */
  interface VoteWeight {
    double of(double score);
  }
}
