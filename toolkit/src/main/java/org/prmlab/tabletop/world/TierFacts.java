package org.prmlab.tabletop.world;

/**
 * What a world's data say about one tier. Shares are in [0, 1].
 *
 * @param single accuracy of one sample (pass@1), mean of eight
 * @param majority maj@8
 * @param any pass@8
 * @param flawed right answers by a wrong process, of the right ones
 * @param kappa Cohen's kappa of Monte-Carlo labels (threshold 0) and the judge, over steps that
 *     both label
 * @param kept training solutions that the consensus filter keeps
 * @param mcLocated first errors that the Monte-Carlo labels locate exactly
 * @param mcCleared solutions without an error that they call right
 * @param judgeLocated first errors that the judge locates exactly
 * @param judgeCleared solutions without an error that the judge calls right
 */
public record TierFacts(
    double single,
    double majority,
    double any,
    double flawed,
    double kappa,
    double kept,
    double mcLocated,
    double mcCleared,
    double judgeLocated,
    double judgeCleared) {}
