package org.prmlab.prm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Decoder;
import org.prmlab.model.Head;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ModelText;

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
  boolean recognizes(Checkpoint checkpoint);

  /** What may be stated of it, beyond the meaning of its scores. */
  default Set<Convention> conventions() {
    return Set.of();
  }

  /**
   * This family as a checkpoint and what is stated of it make it.
   *
   * @throws IllegalArgumentException if more has to be stated
   */
  default PrmFamily fitted(Checkpoint checkpoint, PrmConventions conventions) {
    return this;
  }

  /**
   * This family as it is stated, where there is no checkpoint at hand.
   *
   * @throws IllegalArgumentException if it has no use for something stated, or needs more
   */
  default PrmFamily stated(PrmConventions conventions) {
    conventions.requireOnly(name(), Set.of(Convention.MEANING));
    return this;
  }

  /** What was taken for granted because nobody stated it, as sentences; wrong guesses mislead. */
  default List<String> guesses() {
    return List.of();
  }

  /** How often a solution is scored. */
  default Reading reading() {
    return Reading.EVERY_STEP;
  }

  /** Whether a model scores the steps of a solution, or the solution as a whole. */
  enum Reading {
    EVERY_STEP,
    WHOLE_SOLUTION
  }

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

  /** What a later reader has to know of how a PRM of this family was trained, by name. */
  default Map<String, String> trainedWith() {
    return Map.of();
  }

  /** The head. */
  Head head(LabelTokens labels);

  /** A solution as tokens, and the positions at which its scores are read: one a step, or one. */
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

  /** Loads the weights onto one device. */
  default RowScorer open(PrmCheckpoint loaded, LabelTokens labels, ComputeSettings compute) {
    return RowScorer.of(Decoder.load(loaded.checkpoint(), head(labels), compute));
  }

  /** All families, those told apart by their own tensors first. */
  static List<PrmFamily> all() {
    return List.of(
        new Qwen2TwoClassPrm(),
        new Qwen2OutcomeModel(Qwen2OutcomeModel.PARAGRAPH),
        new SkyworkPrm(),
        StepTokenPrm.withNothingStated(),
        TokenClassificationPrm.ofTrl(),
        SequenceClassificationModel.withDefaults(),
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
   * The family a checkpoint belongs to. A language model is none by itself: nothing in the files of
   * Math-Shepherd's, RLHFlow's or Eurus's PRMs tells them from the models that they were made of.
   *
   * @throws IllegalArgumentException if none recognizes it
   */
  static PrmFamily of(Checkpoint checkpoint) {
    return all().stream()
        .filter(f -> f.recognizes(checkpoint))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unrecognized(checkpoint)));
  }

  private static String unrecognized(Checkpoint checkpoint) {
    String architecture = checkpoint.architecture();
    return architecture.endsWith("ForCausalLM")
        ? "%s: %s is a language model, and nothing in its files says that it is a PRM; if it is one, name its family: math-shepherd, rlhflow, implicit or step-token"
            .formatted(checkpoint.folder(), architecture)
        : "%s: no PRM family recognizes architecture '%s'; name one of %s"
            .formatted(checkpoint.folder(), architecture, names());
  }

  private static String names() {
    return all().stream().map(PrmFamily::name).collect(Collectors.joining(", "));
  }
}
