package org.prmlab.prm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * Qwen2.5-Math-PRM-7B and -72B and Qwen2.5-Math-7B-PRM800K (arXiv 2501.07301, section 3.1): a
 * conversation in which the marker {@code <extra_0>} follows each step; the score is the softmax
 * probability of class 1 there.
 */
final class Qwen2TwoClassPrm implements PrmFamily {
  static final String SYSTEM =
      "Please reason step by step, and put your final answer within \\boxed{}.";
  private static final String MARKER = "<extra_0>";

  @Override
  public String name() {
    return "qwen2-prm";
  }

  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.STEP_CORRECT;
  }

  @Override
  public boolean recognizes(Checkpoint checkpoint) {
    List<Long> last = checkpoint.shapeOf("score.2.weight");
    return checkpoint.architecture().equals("Qwen2ForProcessRewardModel")
        || (!last.isEmpty() && last.get(0) == 2);
  }

  @Override
  public Optional<String> trainedAs() {
    return Optional.of("ForProcessRewardModel");
  }

  @Override
  public Head head(LabelTokens labels) {
    return Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT));
  }

  @Override
  public Optional<List<ChatMessage>> conversation(Solution solution) {
    String answer = solution.steps().stream().map(s -> s + MARKER).collect(Collectors.joining());
    return Optional.of(
        List.of(
            ChatMessage.system(SYSTEM),
            ChatMessage.user(solution.problem().text()),
            ChatMessage.assistant(answer)));
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    String conversation = text.render(conversation(solution).orElseThrow(), Ending.COMPLETE);
    int marker = text.tokenizer().id(MARKER);
    var tokens = new SolutionTokens();
    for (int id : text.tokenizer().encode(conversation)) {
      tokens.add(id);
      if (id == marker) {
        tokens.read();
      }
    }
    return tokens.row();
  }

  @Override
  public double score(float[] logits) {
    return Links.softmax(logits, 1);
  }
}
