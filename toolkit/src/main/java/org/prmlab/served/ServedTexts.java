package org.prmlab.served;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.model.TokenRow;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ModelText;
import org.prmlab.prm.PrmFamily;

/** Makes the texts of one family for one route. */
final class ServedTexts implements AutoCloseable {
  private final PrmFamily family;
  private final RewardRoute route;
  private final Optional<ModelText> tokenizer;

  private ServedTexts(PrmFamily family, RewardRoute route, Optional<ModelText> tokenizer) {
    this.family = family;
    this.route = route;
    this.tokenizer = tokenizer;
  }

  /**
   * @throws IllegalArgumentException if the text cannot be made without a tokenizer
   */
  static ServedTexts of(PrmFamily family, ServedSettings settings) {
    if (family.name().equals("implicit")) {
      throw new IllegalArgumentException(
          "an implicit PRM is made of the likelihoods of two models, which no reward route gives;"
              + " score it from its folders");
    }
    boolean asMessages =
        settings.route() == RewardRoute.POOLING
            || (settings.route() == RewardRoute.CLASSIFY && isWhole(family));
    if (settings.tokenizer().isEmpty() && !asMessages) {
      throw new IllegalArgumentException(
          "the route %s is sent tokens; name a folder with the model's tokenizer.json (--tokenizer)"
              .formatted(settings.route().word()));
    }
    return new ServedTexts(family, settings.route(), settings.tokenizer().map(ModelText::read));
  }

  ServedText of(Solution solution) {
    if (tokenizer.isEmpty()) {
      List<ChatMessage> messages =
          family
              .conversation(solution)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "a PRM of family '%s' is sent tokens; name a folder with its tokenizer.json (--tokenizer)"
                              .formatted(family.name())));
      return new ServedText.Conversation(messages);
    }
    TokenRow row = family.encode(solution, tokenizer.get());
    if (row.scoredPositions() != reads(solution)) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d step markers as tokens; its text holds a marker itself"
              .formatted(solution.id(), solution.steps().size(), row.scoredPositions()));
    }
    return route.textAStep() ? new ServedText.Beginnings(row) : new ServedText.Tokens(row);
  }

  /** How many rows are wanted: one a step, or one for the whole solution. */
  int reads(Solution solution) {
    return isWhole(family) ? 1 : solution.steps().size();
  }

  static boolean isWhole(PrmFamily family) {
    return family.reading() == PrmFamily.Reading.WHOLE_SOLUTION;
  }

  @Override
  public void close() {
    tokenizer.ifPresent(ModelText::close);
  }
}
