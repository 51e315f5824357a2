package org.prmlab.prm;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.Solution;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.Head;
import org.prmlab.model.StepPooling;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ModelText;
import org.prmlab.model.text.TextTokenizer;

/**
 * Any PRM that is read at a token which follows each step: VersaPRM (arXiv 2502.06737), OpenR's
 * Math-psa (arXiv 2410.09671), Math-Shepherd's, and whatever vLLM serves with pooling of type
 * {@code STEP}. The score is the softmax of a good over a good and a bad token, or over the classes
 * of a head. What its tokens and its layout are is stated, or stands in a pooling block of {@code
 * config.json} ({@code step_tag_id}, {@code returned_token_ids}).
 */
final class StepTokenPrm implements PrmFamily {
  private static final String NO_TOKEN =
      "a step-token PRM needs the token that marks the end of a step; state it, as text or as"
          + " id:648";

  private final PrmConventions stated;
  private final Optional<StepPooling> pooling;
  private final Optional<ClassHead> classes;

  private StepTokenPrm(
      PrmConventions stated, Optional<StepPooling> pooling, Optional<ClassHead> classes) {
    this.stated = stated;
    this.pooling = pooling;
    this.classes = classes;
  }

  static StepTokenPrm withNothingStated() {
    return new StepTokenPrm(PrmConventions.withDefaults(), Optional.empty(), Optional.empty());
  }

  @Override
  public String name() {
    return "step-token";
  }

  /** Nothing tells what it was trained on. */
  @Override
  public ScoreMeaning meaning() {
    return ScoreMeaning.UNSTATED;
  }

  @Override
  public Set<Convention> conventions() {
    return EnumSet.of(
        Convention.STEP_TOKEN,
        Convention.GOOD_TOKEN,
        Convention.BAD_TOKEN,
        Convention.LAYOUT,
        Convention.STEP_TEXT,
        Convention.RIGHT_CLASSES);
  }

  @Override
  public boolean recognizes(Checkpoint checkpoint) {
    return checkpoint.headNotes().pooling().isPresent();
  }

  @Override
  public PrmFamily fitted(Checkpoint checkpoint, PrmConventions conventions) {
    Optional<StepPooling> block = checkpoint.headNotes().pooling();
    if (block.isEmpty() && conventions.get(Convention.STEP_TOKEN).isEmpty()) {
      throw new IllegalArgumentException(NO_TOKEN);
    }
    boolean labels =
        conventions.get(Convention.GOOD_TOKEN).isPresent()
            || block.map(b -> !b.returned().isEmpty()).orElse(false);
    return new StepTokenPrm(
        conventions,
        block,
        ClassHead.isIn(checkpoint) && !labels
            ? Optional.of(ClassHead.of(checkpoint, conventions, OptionalInt.of(1)))
            : Optional.empty());
  }

  @Override
  public PrmFamily stated(PrmConventions conventions) {
    Set<Convention> used = EnumSet.of(Convention.MEANING);
    used.addAll(conventions());
    conventions.requireOnly(name(), used);
    if (conventions.get(Convention.STEP_TOKEN).isEmpty()) {
      throw new IllegalArgumentException(NO_TOKEN);
    }
    return new StepTokenPrm(conventions, Optional.empty(), Optional.empty());
  }

  @Override
  public List<String> guesses() {
    return stated.get(Convention.LAYOUT).isPresent()
        ? List.of()
        : List.of(
            "the layout of the PRM's input is not stated; '%s' is taken, each step with the step token after it"
                .formatted(StepTokenInput.LAYOUT));
  }

  @Override
  public LabelTokens labels(ModelText text) {
    if (classes.isPresent()) {
      return LabelTokens.NONE;
    }
    TextTokenizer tokenizer = text.tokenizer();
    Optional<String> good = stated.get(Convention.GOOD_TOKEN);
    Optional<String> bad = stated.get(Convention.BAD_TOKEN);
    if (good.isPresent() && bad.isPresent()) {
      return new LabelTokens(
          new TokenName(good.get()).id(tokenizer), new TokenName(bad.get()).id(tokenizer));
    }
    List<Integer> returned = pooling.map(StepPooling::returned).orElse(List.of());
    if (good.isEmpty() && bad.isEmpty() && returned.size() == 2) {
      String first = tokenizer.decode(returned.get(0));
      String second = tokenizer.decode(returned.get(1));
      if (Polarity.isGood(first) && Polarity.isBad(second)) {
        return new LabelTokens(returned.get(0), returned.get(1));
      }
      if (Polarity.isBad(first) && Polarity.isGood(second)) {
        return new LabelTokens(returned.get(1), returned.get(0));
      }
      throw new IllegalArgumentException(
          "returned_token_ids are '%s' and '%s', of which neither says that it means right; state the good and the bad token"
              .formatted(first, second));
    }
    throw new IllegalArgumentException(
        "a step-token PRM that is a language model needs a good and a bad token; state both");
  }

  @Override
  public Head head(LabelTokens labels) {
    return classes.map(ClassHead::head).orElseGet(labels::head);
  }

  @Override
  public TokenRow encode(Solution solution, ModelText text) {
    String token =
        stated.get(Convention.STEP_TOKEN).orElseGet(() -> "id:" + pooling.orElseThrow().tag());
    return new StepTokenInput(
            new TokenName(token),
            stated.get(Convention.LAYOUT).orElse(StepTokenInput.LAYOUT),
            stated.get(Convention.STEP_TEXT).orElse(StepTokenInput.STEP))
        .encode(solution, text);
  }

  @Override
  public double score(float[] logits) {
    return classes.map(c -> c.score(logits)).orElseGet(() -> Links.softmax(logits, 0));
  }
}
