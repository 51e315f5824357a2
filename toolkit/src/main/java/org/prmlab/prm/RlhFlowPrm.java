package org.prmlab.prm;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ChatTemplate.Ending;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.text.TextTokenizer;

/**
 * Llama3.1-8B-PRM-Mistral-Data and -Deepseek-Data (RLHFlow): a conversation in which the user says
 * the steps one by one (the question before the first) and the assistant answers each with {@code
 * +}; the score is the softmax over {@code +} and {@code -} at the token that predicts that answer.
 * One forward over the whole conversation gives all steps, since what follows is not seen. Each
 * message is tokenized apart. The name must be given: as a file it is a plain language model.
 */
final class RlhFlowPrm implements PrmFamily {
  @Override
  public String name() {
    return "rlhflow";
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
    return new LabelTokens(text.tokenizer().id("+"), text.tokenizer().id("-"));
  }

  @Override
  public Head head(LabelTokens labels) {
    return labels.head();
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    TextTokenizer tokenizer = text.tokenizer();
    var tokens = new SolutionTokens();
    List<ChatMessage> messages = new ArrayList<>();
    String said = "";
    for (String step : solution.steps()) {
      String question = messages.isEmpty() ? solution.problem().text() + " " : "";
      messages.add(ChatMessage.user(question + step));
      String asked = text.render(messages, Ending.ANSWER_FOLLOWS);
      tokens.add(tokenizer.encode(after(said, asked))).read();
      messages.add(ChatMessage.assistant("+"));
      said = text.render(messages, Ending.COMPLETE);
      tokens.add(tokenizer.encode(after(asked, said)));
    }
    return tokens.row();
  }

  private static String after(String before, String longer) {
    if (!longer.startsWith(before)) {
      throw new IllegalArgumentException(
          "the chat template rewrites earlier messages when one is added; expected it to append");
    }
    return longer.substring(before.length());
  }

  @Override
  public double score(float[] logits) {
    return Links.softmax(logits, 0);
  }
}
