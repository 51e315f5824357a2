package org.prmlab.prm;

import java.util.List;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.text.TextTokenizer;

/**
 * math-shepherd-mistral-7b-prm (arXiv 2312.08935): {@code question Step 1: ... ки}, a line each; at
 * each {@code ки} the language model's softmax over {@code +} and {@code -} alone. One text for the
 * whole solution, as it was trained: sentence-piece tokenizers would begin each piece with a space.
 * The name must be given: as a file it is a plain language model.
 */
final class MathShepherdPrm implements PrmFamily {
  private static final String MARKER = "ки";

  @Override
  public String name() {
    return "math-shepherd";
  }

  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.EVENTUAL_SUCCESS;
  }

  @Override
  public boolean recognizes(Checkpoint checkpoint) {
    return false;
  }

  @Override
  public LabelTokens labels(ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    return new LabelTokens(tokenizer.idAfterSpace("+"), tokenizer.idAfterSpace("-"));
  }

  @Override
  public Head head(LabelTokens labels) {
    return labels.head();
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    var words = new StringBuilder(solution.problem().text());
    List<String> steps = solution.steps();
    for (int i = 0; i < steps.size(); i++) {
      String number = "Step " + (i + 1) + ":";
      words.append(i == 0 ? " " : "\n");
      words.append(steps.get(i).startsWith(number) ? "" : number + " ");
      words.append(steps.get(i)).append(' ').append(MARKER);
    }
    var tokens = new SolutionTokens();
    text.firstToken().ifPresent(first -> tokens.add(tokenizer.id(first)));
    int marker = tokenizer.idAfterSpace(MARKER);
    for (int id : tokenizer.encode(words.toString())) {
      tokens.add(id);
      if (id == marker) {
        tokens.read();
      }
    }
    return tokens.row();
  }

  @Override
  public double score(float[] logits) {
    return Links.softmax(logits, 0);
  }
}
