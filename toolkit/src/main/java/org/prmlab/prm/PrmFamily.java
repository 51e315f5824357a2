package org.prmlab.prm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.prmlab.data.Solution;
import org.prmlab.model.ChatMessage;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.ModelText;
import org.prmlab.model.TokenRow;

/**
 * How the PRMs of one maker are fed and read: what a solution looks like as tokens, which head
 * stands on the decoder, and how its logits become a score.
 */
public interface PrmFamily {
  /** Name on the command line, e.g. {@code qwen2-prm}. */
  String name();

  /** What a score is a probability of. */
  ScoreMeaning meaning();

  /** Whether a checkpoint is of this family, judged by its configuration and tensors. */
  boolean recognises(Checkpoint checkpoint);

  /** The tokens that stand for right and wrong, in families that read a language model's head. */
  default LabelTokens labels(ModelText text) {
    return LabelTokens.NONE;
  }

  /**
   * What the name of the class it is saved as ends in, e.g. {@code ForTokenClassification}; empty
   * in families that are only read here, not trained.
   */
  default Optional<String> trainedAs() {
    return Optional.empty();
  }

  /** The head. */
  Head head(LabelTokens labels);

  /** A solution as tokens, with one position a step: that at which its score is read. */
  TokenRow encode(Solution solution, ModelText text);

  /**
   * The conversation that a solution is, where its chat template and tokenizer alone make the
   * tokens of it: a server can be sent that; empty in families whose tokens are made piece by
   * piece.
   */
  default Optional<List<ChatMessage>> conversation(Solution solution) {
    return Optional.empty();
  }

  /** The score one position's logits give: a probability, except in families that say otherwise. */
  double score(float[] logits);

  /** A score as the probability {@link #meaning} names. */
  default double probability(double score) {
    return score;
  }

  /** All families, those told apart by their own tensors first. */
  static List<PrmFamily> all() {
    return List.of(
        new Qwen2TwoClassPrm(),
        new Qwen2OutcomeModel(),
        new SkyworkPrm(),
        new TokenClassificationPrm(),
        new MathShepherdPrm(),
        new RlhFlowPrm(),
        new ImplicitPrm());
  }

  /**
   * The family of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static PrmFamily named(String name) {
    return all().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "PRM family '%s'; expected one of %s".formatted(name, names())));
  }

  /**
   * The family a checkpoint belongs to.
   *
   * @throws IllegalArgumentException if none recognises it
   */
  static PrmFamily of(Checkpoint checkpoint) {
    return all().stream()
        .filter(f -> f.recognises(checkpoint))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: no PRM family recognises architecture '%s'; name one of %s"
                        .formatted(checkpoint.folder(), checkpoint.architecture(), names())));
  }

  private static String names() {
    return all().stream().map(PrmFamily::name).collect(Collectors.joining(", "));
  }
}
