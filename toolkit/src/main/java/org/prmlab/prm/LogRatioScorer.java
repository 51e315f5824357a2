package org.prmlab.prm;

import java.util.List;
import org.prmlab.model.Decoder;
import org.prmlab.model.TokenRow;

/**
 * log(pi / pi_ref) of the tokens up to and with each position (arXiv 2412.01981, section 3). The
 * sum is taken in double precision.
 */
record LogRatioScorer(Decoder policy, Decoder reference) implements RowScorer {
  @Override
  public float[][][] logits(List<TokenRow> rows, int shared) {
    float[][] model = policy.logLikelihoods(rows);
    float[][] base = reference.logLikelihoods(rows);
    float[][][] sums = new float[rows.size()][][];
    for (int row = 0; row < sums.length; row++) {
      sums[row] = sums(rows.get(row), model[row], base[row]);
    }
    return sums;
  }

  private static float[][] sums(TokenRow row, float[] model, float[] base) {
    int[] positions = row.positions().toArray();
    float[][] sums = new float[positions.length][];
    double sum = 0;
    int token = 1; // nothing precedes token 0, so it has no probability
    for (int i = 0; i < positions.length; i++) {
      for (; token <= positions[i]; token++) {
        sum += (double) model[token - 1] - base[token - 1];
      }
      sums[i] = new float[] {(float) sum};
    }
    return sums;
  }

  @Override
  public int lanes() {
    return policy.lanes();
  }

  @Override
  public int threads() {
    return policy.threads();
  }

  @Override
  public int tokensTogether() {
    return policy.tokensTogether();
  }

  @Override
  public void close() {
    policy.close();
    reference.close();
  }
}
