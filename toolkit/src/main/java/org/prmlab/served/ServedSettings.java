package org.prmlab.served;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.prmlab.prm.PrmConventions;

/**
 * Which PRM behind which server, and how it is asked.
 *
 * @param baseUrl of the server, with or without {@code /v1}: {@code http://localhost:8000}
 * @param model its name there
 * @param family how its text is made and which of two classes means right: a name of {@link
 *     org.prmlab.prm.PrmFamily}
 * @param conventions what is stated of the PRM beyond its family, such as its separator of steps
 * @param route what the server is asked
 * @param task pooling task, as vLLM's {@code /pooling} takes it ({@code token_classify}; {@code
 *     encode} or {@code reward} before 0.11); empty for the server's own
 * @param tokenizer folder with the model's {@code tokenizer.json}; without one the server renders
 *     and tokenizes, which not every family and route allows
 * @param scale what the numbers are
 */
public record ServedSettings(
    String baseUrl,
    String model,
    String family,
    PrmConventions conventions,
    RewardRoute route,
    String task,
    Optional<Path> tokenizer,
    ScoreScale scale) {
  public ServedSettings {
    if (!baseUrl.matches("https?://.+")) {
      throw new IllegalArgumentException(
          "endpoint '%s'; expected a URL such as http://localhost:8000".formatted(baseUrl));
    }
    if (!task.isEmpty() && route != RewardRoute.POOLING) {
      throw new IllegalArgumentException(
          "pooling task '%s', but the route is %s; only pooling takes a task"
              .formatted(task, route.word()));
    }
  }

  /** vLLM's {@code /pooling}, its own task, no tokenizer, numbers told apart by the answers. */
  public static ServedSettings of(String baseUrl, String model, String family) {
    return new ServedSettings(
        baseUrl,
        model,
        family,
        PrmConventions.withDefaults(),
        RewardRoute.POOLING,
        "",
        Optional.empty(),
        ScoreScale.AUTO);
  }

  public ServedSettings withConventions(PrmConventions conventions) {
    return new ServedSettings(baseUrl, model, family, conventions, route, task, tokenizer, scale);
  }

  public ServedSettings withRoute(RewardRoute route) {
    return new ServedSettings(baseUrl, model, family, conventions, route, task, tokenizer, scale);
  }

  public ServedSettings withTask(String task) {
    return new ServedSettings(baseUrl, model, family, conventions, route, task, tokenizer, scale);
  }

  public ServedSettings withTokenizer(Path folder) {
    return new ServedSettings(
        baseUrl, model, family, conventions, route, task, Optional.of(folder), scale);
  }

  public ServedSettings withScale(ScoreScale scale) {
    return new ServedSettings(baseUrl, model, family, conventions, route, task, tokenizer, scale);
  }

  /** The route's address. */
  URI uri() {
    String root = baseUrl.replaceFirst("/+$", "").replaceFirst("/v1$", "");
    return URI.create(root + route.path());
  }
}
