package org.prmlab.prm;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ChatTemplate.Ending;
import org.prmlab.model.text.ModelText;

/**
 * Outcome reward models saved as {@code ...ForSequenceClassification} of Llama, Qwen and Mistral
 * (Skywork-Reward, whatever TRL's RewardTrainer makes): a conversation in which the assistant gives
 * the solution, read as transformers reads it, at the last token that is no padding. With one class
 * the score is its logit, any real number; with several the probability of the right ones.
 *
 * @param separator what stands between two steps
 */
record SequenceClassificationModel(String separator, ClassHead classes, OptionalInt padding)
    implements PrmFamily {

  static SequenceClassificationModel withDefaults() {
    return new SequenceClassificationModel(
        Qwen2OutcomeModel.PARAGRAPH,
        new ClassHead(1, Head.Bias.ABSENT, Set.of()),
        OptionalInt.empty());
  }

  @Override
  public String name() {
    return "sequence-classification";
  }

  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.UNSTATED;
  }

  @Override
  public Reading reading() {
    return Reading.WHOLE_SOLUTION;
  }

  @Override
  public Set<Convention> conventions() {
    return EnumSet.of(Convention.SEPARATOR, Convention.RIGHT_CLASSES);
  }

  @Override
  public boolean recognizes(Checkpoint checkpoint) {
    return checkpoint.architecture().endsWith("ForSequenceClassification")
        && ClassHead.isIn(checkpoint);
  }

  @Override
  public PrmFamily fitted(Checkpoint checkpoint, PrmConventions conventions) {
    return new SequenceClassificationModel(
        conventions.get(Convention.SEPARATOR).orElse(separator),
        recognizes(checkpoint)
            ? ClassHead.of(checkpoint, conventions, OptionalInt.empty())
            : classes,
        checkpoint.headNotes().padding());
  }

  @Override
  public Head head(LabelTokens labels) {
    return classes.head();
  }

  @Override
  public Optional<List<ChatMessage>> conversation(Solution solution) {
    return Optional.of(
        List.of(
            ChatMessage.user(solution.problem().text()),
            ChatMessage.assistant(String.join(separator, solution.steps()))));
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    String conversation = text.render(conversation(solution).orElseThrow(), Ending.COMPLETE);
    int[] ids = text.tokenizer().encode(conversation);
    int last =
        IntStream.iterate(ids.length - 1, i -> i > 0, i -> i - 1)
            .filter(i -> padding.isEmpty() || ids[i] != padding.getAsInt())
            .findFirst()
            .orElse(0);
    return TokenRow.of(ids, new int[] {last});
  }

  @Override
  public double score(float[] logits) {
    return classes.score(logits);
  }
}
