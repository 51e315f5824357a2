package org.prmlab.prm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ChatTemplate.Ending;
import org.prmlab.model.text.ModelText;

/**
 * Qwen2.5-Math-RM-72B: no PRM but an outcome reward model. One logit for the whole solution, read
 * at its last token; any real number, larger is better.
 */
record Qwen2OutcomeModel(String separator) implements PrmFamily {
  /** What stands between two steps of a text if nothing else is stated. */
  static final String PARAGRAPH = "\n\n";

  @Override
  public String name() {
    return "qwen2-rm";
  }

  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.EVENTUAL_SUCCESS;
  }

  @Override
  public boolean recognizes(Checkpoint checkpoint) {
    List<Long> last = checkpoint.shapeOf("score.2.weight");
    return checkpoint.architecture().equals("Qwen2ForRewardModel")
        || (!last.isEmpty() && last.get(0) == 1);
  }

  @Override
  public Reading reading() {
    return Reading.WHOLE_SOLUTION;
  }

  @Override
  public Set<Convention> conventions() {
    return Set.of(Convention.SEPARATOR);
  }

  @Override
  public PrmFamily fitted(Checkpoint checkpoint, PrmConventions conventions) {
    return new Qwen2OutcomeModel(conventions.get(Convention.SEPARATOR).orElse(PARAGRAPH));
  }

  @Override
  public Head head(LabelTokens labels) {
    return Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 1, Bias.PRESENT));
  }

  @Override
  public Optional<List<ChatMessage>> conversation(Solution solution) {
    return Optional.of(
        List.of(
            ChatMessage.system(Qwen2TwoClassPrm.SYSTEM),
            ChatMessage.user(solution.problem().text()),
            ChatMessage.assistant(String.join(separator, solution.steps()))));
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    String conversation = text.render(conversation(solution).orElseThrow(), Ending.COMPLETE);
    return new SolutionTokens().add(text.tokenizer().encode(conversation)).read().row();
  }

  @Override
  public double score(float[] logits) {
    return logits[0];
  }
}
