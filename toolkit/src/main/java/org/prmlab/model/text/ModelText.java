package org.prmlab.model.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.CheckpointJson;
import org.prmlab.model.text.ChatTemplate.Ending;

/** How a checkpoint reads text: its tokenizer, its first token and its chat template. */
public final class ModelText implements AutoCloseable {
  private final Path folder;
  private final TextTokenizer tokenizer;
  private final Optional<String> first;
  private @Nullable ChatTemplate template;

  private ModelText(Path folder, TextTokenizer tokenizer, Optional<String> first) {
    this.folder = folder;
    this.tokenizer = tokenizer;
    this.first = first;
  }

  /**
   * Reads {@code tokenizer.json} and, where it is there, {@code tokenizer_config.json}.
   *
   * @throws CheckpointException if the tokenizer is missing or not valid
   */
  public static ModelText read(Path folder) {
    TextTokenizer tokenizer = TextTokenizer.read(folder);
    Path config = folder.resolve("tokenizer_config.json");
    String first =
        Files.exists(config)
            ? ChatTemplate.token(CheckpointJson.read(config).path("bos_token"))
            : "";
    return new ModelText(
        folder, tokenizer, first.isEmpty() ? Optional.empty() : Optional.of(first));
  }

  public TextTokenizer tokenizer() {
    return tokenizer;
  }

  /** The token that begins every text, if the model has one. */
  public Optional<String> firstToken() {
    return first;
  }

  /**
   * A conversation as the model reads it.
   *
   * @throws CheckpointException if the checkpoint has no chat template, or it refuses
   */
  public String render(List<ChatMessage> messages, Ending ending) {
    if (template == null) {
      template = ChatTemplate.read(folder);
    }
    return template.render(messages, ending);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
