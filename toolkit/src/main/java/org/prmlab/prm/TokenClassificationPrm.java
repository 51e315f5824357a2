package org.prmlab.prm;

import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.ModelText;
import org.prmlab.model.TextTokenizer;
import org.prmlab.model.TokenRow;

/**
 * PRMs trained with TRL: a token classifier with two classes over problem, separator, step,
 * separator, step, separator, all tokenised apart; the score is the softmax probability of class 1
 * at the last token of the separator after each step. The separator is TRL's default, a line break.
 */
final class TokenClassificationPrm implements PrmFamily {
  private static final String SEPARATOR = "\n";

  @Override
  public String name() {
    return "token-classification";
  }

  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.STEP_CORRECT;
  }

  @Override
  public boolean recognises(Checkpoint checkpoint) {
    return checkpoint.architecture().endsWith("ForTokenClassification")
        && checkpoint.has("score.weight");
  }

  @Override
  public Optional<String> trainedAs() {
    return Optional.of("ForTokenClassification");
  }

  @Override
  public Head head(LabelTokens labels) {
    return Head.of(new Layer("score", 2, Bias.PRESENT));
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    int[] separator = tokenizer.encode(SEPARATOR);
    var tokens = new SolutionTokens();
    text.firstToken().ifPresent(first -> tokens.add(tokenizer.id(first)));
    tokens.add(tokenizer.encode(solution.problem().text())).add(separator);
    for (String step : solution.steps()) {
      tokens.add(tokenizer.encode(step)).add(separator).read();
    }
    return tokens.row();
  }

  @Override
  public double score(float[] logits) {
    return Links.softmax(logits, 1);
  }
}
