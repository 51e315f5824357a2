package org.prmlab.cli.score;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.PrmOptions;
import org.prmlab.served.RewardRoute;
import org.prmlab.served.ScoreScale;
import org.prmlab.served.ServedSettings;
import picocli.CommandLine.Option;

/** How a PRM is asked that a server computes. */
final class ServedOptions {
  static final String[] NAMES = {"--route", "--pooling-task", "--tokenizer", "--scale"};

  @Option(
      names = "--route",
      defaultValue = "pooling",
      paramLabel = "NAME",
      description =
          "What a server is asked for: pooling (vLLM, a row a step or a token), classify (vLLM) or"
              + " sglang (SGLang's /classify), which give a text's last token, or embeddings (one"
              + " number a token, as Skywork's) (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private RewardRoute route;

  @Option(
      names = "--pooling-task",
      defaultValue = "",
      paramLabel = "NAME",
      description =
          "Sent to /pooling: token_classify, or encode or reward to older servers; by default the"
              + " server's own.")
  private String task = "";

  @Option(
      names = "--tokenizer",
      paramLabel = "DIR|HUB-ID",
      description =
          "Folder with the served model's tokenizer.json: texts are made and counted here and sent"
              + " as tokens.")
  private @Nullable String tokenizer;

  @Option(
      names = "--scale",
      defaultValue = "auto",
      paramLabel = "NAME",
      description =
          "What a server's numbers are: probabilities, logits, or auto, which tells pairs apart but"
              + " not single numbers (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // has a default
  private ScoreScale scale;

  /**
   * @param url base URL of the server
   * @param model its name there
   */
  ServedSettings settings(String url, String model, String family) {
    ServedSettings settings =
        ServedSettings.of(url, model, family).withRoute(route).withTask(task).withScale(scale);
    return tokenizer == null ? settings : settings.withTokenizer(folder(tokenizer));
  }

  private static Path folder(String name) {
    return PrmOptions.resolve(name);
  }
}
