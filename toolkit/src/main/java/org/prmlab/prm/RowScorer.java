package org.prmlab.prm;

import java.nio.file.Path;
import java.util.List;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Decoder;
import org.prmlab.model.Head;
import org.prmlab.model.TokenRow;
import org.prmlab.model.engine.EngineThreads;

/** What turns rows of tokens into the logits of their positions; holds the models. */
interface RowScorer extends AutoCloseable {
  /**
   * Logits of one batch.
   *
   * @param shared leading tokens that all rows have in common and that are computed once; 0 for
   *     none
   * @return logits[row][read][class]
   */
  float[][][] logits(List<TokenRow> rows, int shared);

  /** How many batches it computes side by side. */
  int lanes();

  /** Threads of the CPU that all lanes together may use. */
  default int threads() {
    return EngineThreads.all();
  }

  /** Tokens of one batch that are best computed together, at most. */
  int tokensTogether();

  /**
   * Share of the tokens of a problem's solutions that computing what they have in common only once
   * has to save before it pays: batches of one problem are small.
   */
  default double leastSaving() {
    return 0;
  }

  @Override
  void close();

  /** A decoder and its head. */
  static RowScorer of(Decoder decoder) {
    return new RowScorer() {
      @Override
      public float[][][] logits(List<TokenRow> rows, int shared) {
        return shared == 0 ? decoder.logits(rows) : decoder.logitsAfter(shared, rows);
      }

      @Override
      public int lanes() {
        return decoder.lanes();
      }

      @Override
      public int threads() {
        return decoder.threads();
      }

      @Override
      public int tokensTogether() {
        return decoder.tokensTogether();
      }

      @Override
      public double leastSaving() {
        return decoder.leastSaving();
      }

      @Override
      public void close() {
        decoder.close();
      }
    };
  }

  /** Two language models: the log ratio of their probabilities, summed up to each position. */
  static RowScorer ofRatio(Checkpoint policy, Path reference, ComputeSettings compute) {
    Decoder model = Decoder.load(policy, Head.ofVocabulary(), compute);
    try {
      return new LogRatioScorer(
          model, Decoder.load(Checkpoint.read(reference), Head.ofVocabulary(), compute));
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }
}
