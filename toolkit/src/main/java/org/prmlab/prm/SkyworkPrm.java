package org.prmlab.prm;

import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.text.TextTokenizer;

/**
 * Skywork-o1-Open-PRM-Qwen-2.5-1.5B and -7B: the problem, then each step, a line break after each,
 * all tokenized apart; the score is the sigmoid of a value head at each step's line break. The
 * model card does not say what the labels were; scores are read as correctness of the step.
 */
final class SkyworkPrm implements PrmFamily {
  @Override
  public String name() {
    return "skywork";
  }

  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.STEP_CORRECT;
  }

  @Override
  public boolean recognizes(Checkpoint checkpoint) {
    return checkpoint.has("v_head.summary.weight");
  }

  @Override
  public Head head(LabelTokens labels) {
    return Head.of(new Layer("v_head.summary", 1, Bias.PRESENT));
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    String first = text.firstToken().orElse("");
    var tokens = new SolutionTokens();
    tokens.add(tokenizer.encode(first + solution.problem().text() + "\n"));
    int lineBreak = tokenizer.id("\n");
    for (String step : solution.steps()) {
      tokens.add(tokenizer.encode(step)).add(lineBreak).read();
    }
    return tokens.row();
  }

  @Override
  public double score(float[] logits) {
    return Links.sigmoid(logits[0]);
  }
}
