package org.prmlab.prm;

import java.nio.file.Path;
import java.util.List;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Head;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ChatTemplate.Ending;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.text.TextTokenizer;

/**
 * EurusPRM-Stage1 and -Stage2, implicit PRMs (arXiv 2412.01981): a language model and the reference
 * it was trained from. The score is beta times the sum of log(pi / pi_ref) over the tokens up to
 * the step's last one, beta 0.001: any real number; as a probability its sigmoid is given, which is
 * what the training objective makes of it. Steps are paragraphs of the assistant's message,
 * tokenized apart. The name must be given: as a file it is a plain language model.
 */
final class ImplicitPrm implements PrmFamily {
  static final double BETA = 0.001;
  private static final String PARAGRAPH = "\n\n";

  @Override
  public String name() {
    return "implicit";
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
  public Head head(LabelTokens labels) {
    return Head.ofVocabulary();
  }

  /** Two language models: the PRM and the reference it was trained from. */
  @Override
  public RowScorer open(PrmCheckpoint loaded, LabelTokens labels, ComputeSettings compute) {
    Path reference =
        loaded
            .settings()
            .reference()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "an implicit PRM needs its reference model; name its folder"));
    return RowScorer.ofRatio(loaded.checkpoint(), reference, compute);
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    String question =
        text.render(List.of(ChatMessage.user(solution.problem().text())), Ending.ANSWER_FOLLOWS);
    var tokens = new SolutionTokens().add(tokenizer.encode(question));
    String before = "";
    for (String step : solution.steps()) {
      tokens.add(tokenizer.encode(before)).add(tokenizer.encode(step)).read();
      before = PARAGRAPH;
    }
    return tokens.row();
  }

  /** Its logits are one number: the log ratio summed up to the step's end. */
  @Override
  public double score(float[] logits) {
    return BETA * logits[0];
  }

  @Override
  public double probability(double score) {
    return Links.sigmoid(score);
  }
}
