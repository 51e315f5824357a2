package org.prmlab.llm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prmlab.llm.Completion.End;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.StopTokens;
import org.prmlab.model.TextGenerator;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.text.ChatTemplate.Ending;
import org.prmlab.model.text.ModelText;

/**
 * A language model of a checkpoint folder, run here. Prompts that begin alike, such as the prefixes
 * of one solution, are read once together.
 *
 * <p>Prompts are dealt into batches by their order alone, and a batch is computed whole even if the
 * journal has part of it: so the last digits, and with them every sample, do not depend on where a
 * run was interrupted.
 */
public final class LocalModel implements CompletionSource {
  private final Checkpoint checkpoint;
  private final TextGenerator generator;
  private final ModelText text;
  private final Set<Integer> ends;
  private final Set<Integer> stops;
  private final Settings settings;

  /**
   * How a local model is run.
   *
   * @param sampling how tokens are drawn
   * @param seed of all samples
   * @param tokensPerBatch most positions kept in memory together, at least 1; rows times the
   *     longest prompt with its new tokens
   * @param compute device and precision
   * @param stopText text that ends a sample, without being part of it; empty for none
   */
  public record Settings(
      SamplingSettings sampling,
      long seed,
      int tokensPerBatch,
      ComputeSettings compute,
      String stopText) {
    /** Room for 128k positions (7 GB of keys and values for a 7B model). */
    public static Settings of(SamplingSettings sampling, long seed) {
      return new Settings(sampling, seed, 1 << 17, ComputeSettings.withDefaults(), "");
    }

    public Settings withTokensPerBatch(int tokensPerBatch) {
      return new Settings(sampling, seed, tokensPerBatch, compute, stopText);
    }

    public Settings withCompute(ComputeSettings compute) {
      return new Settings(sampling, seed, tokensPerBatch, compute, stopText);
    }

    public Settings withStopText(String stopText) {
      return new Settings(sampling, seed, tokensPerBatch, compute, stopText);
    }
  }

  private LocalModel(
      Checkpoint checkpoint, TextGenerator generator, ModelText text, Settings settings) {
    this.checkpoint = checkpoint;
    this.generator = generator;
    this.text = text;
    this.settings = settings;
    this.ends = StopTokens.of(checkpoint, text.tokenizer());
    this.stops = new HashSet<>(ends);
    if (!settings.stopText().isEmpty()) {
      stops.addAll(StopTokens.holding(settings.stopText(), checkpoint, text.tokenizer()));
    }
  }

  /** Loads a checkpoint folder. */
  public static LocalModel load(Path folder, Settings settings) {
    Checkpoint checkpoint = Checkpoint.read(folder);
    return new LocalModel(
        checkpoint,
        TextGenerator.load(checkpoint, settings.compute()),
        checkpoint.text(),
        settings);
  }

  @Override
  public String name() {
    return checkpoint.name();
  }

  @Override
  public String configuration() {
    return new Fingerprint()
        .add("model", checkpoint.fingerprint())
        .add("sampling", settings.sampling())
        .add("seed", settings.seed())
        .add("batch", settings.tokensPerBatch())
        .add("precision", settings.compute().precision())
        .add("stop text", settings.stopText())
        .hex()
        .substring(0, 16);
  }

  @Override
  public List<Samples> complete(List<Prompt> prompts, AnswerJournal journal) {
    List<PromptGroup> groups = PromptGroup.of(prompts, this::tokens, longestPrompt());
    for (List<PromptGroup> batch : batches(groups)) {
      if (!batch.stream().allMatch(g -> g.isIn(journal))) {
        compute(batch, journal);
      }
    }
    return prompts.stream().map(p -> journal.drawn(p, tooLong())).toList();
  }

  private int longestPrompt() {
    return checkpoint.maxTokens() - settings.sampling().maxNewTokens();
  }

  private String tooLong() {
    return "the prompt leaves no room for %d new tokens in a context of %d; choose fewer"
        .formatted(settings.sampling().maxNewTokens(), checkpoint.maxTokens());
  }

  private int[] tokens(Prompt prompt) {
    if (!prompt.messages().isEmpty()) {
      String begin = text.render(prompt.messages(), Ending.ANSWER_FOLLOWS);
      return text.tokenizer().encode(begin + prompt.begin());
    }
    String first = text.firstToken().filter(t -> !prompt.begin().startsWith(t)).orElse("");
    return text.tokenizer().encode(first + prompt.begin());
  }

  /** Fills batches in order; a group is never split. */
  private List<List<PromptGroup>> batches(List<PromptGroup> groups) {
    List<List<PromptGroup>> batches = new ArrayList<>();
    List<PromptGroup> batch = new ArrayList<>();
    for (PromptGroup group : groups) {
      batch.add(group);
      if (batch.size() > 1 && positions(batch) > settings.tokensPerBatch()) {
        batch.remove(batch.size() - 1);
        batches.add(List.copyOf(batch));
        batch.clear();
        batch.add(group);
      }
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private long positions(List<PromptGroup> batch) {
    long rows = batch.stream().mapToInt(PromptGroup::samples).max().orElse(0);
    long width = batch.stream().mapToInt(PromptGroup::length).max().orElse(0);
    return rows * batch.size() * (width + settings.sampling().maxNewTokens());
  }

  private void compute(List<PromptGroup> batch, AnswerJournal journal) {
    int[][][] drawn =
        generator.generate(
            batch.stream().map(g -> g.continuation(settings.seed())).toList(),
            stops,
            settings.sampling());
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).append(drawn[i], this::completion, journal);
    }
  }

  private Completion completion(int[] tokens) {
    int last = tokens.length == 0 ? -1 : tokens[tokens.length - 1];
    boolean ended = ends.contains(last);
    String written =
        text.tokenizer().decode(ended ? Arrays.copyOf(tokens, tokens.length - 1) : tokens);
    int stop = settings.stopText().isEmpty() ? -1 : written.indexOf(settings.stopText());
    return stop >= 0
        ? new Completion(written.substring(0, stop), End.STOP_TEXT)
        : new Completion(written, ended ? End.STOPPED : End.CUT);
  }

  @Override
  public void close() {
    generator.close();
    text.close();
  }
}
