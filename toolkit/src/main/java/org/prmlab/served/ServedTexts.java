package org.prmlab.served;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.Solution;
import org.prmlab.model.ChatMessage;
import org.prmlab.model.ModelText;
import org.prmlab.model.TokenRow;
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
    if (settings.tokenizer().isEmpty() && (settings.route() != RewardRoute.POOLING)) {
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
    if (row.reads() != solution.steps().size()) {
      throw new IllegalArgumentException(
          "solution '%s' has %d steps but %d step markers as tokens; its text holds a marker itself"
              .formatted(solution.id(), solution.steps().size(), row.reads()));
    }
    return route.textAStep() ? new ServedText.Beginnings(row) : new ServedText.Tokens(row);
  }

  @Override
  public void close() {
    tokenizer.ifPresent(ModelText::close);
  }
}
