package org.prmlab.tabletop.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.ModelReply;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.llm.Samples;
import org.prmlab.model.Checkpoint;
import org.prmlab.model.SamplingSettings;
import org.prmlab.model.TokenRow;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.text.TextTokenizer;
import org.prmlab.tabletop.program.ProgramTokens;

/**
 * The policy of a tabletop world as a model that is asked by prompts: it finds the program in them,
 * {@code 7 A + 3 B * A =>} and the lines written so far, and finishes it. The number of lines ends
 * a sample, not a limit on tokens; the last value is put in a box.
 */
public final class ProgramPolicy implements CompletionSource {
  private static final Map<String, Integer> IDS =
      IntStream.range(0, ProgramTokens.SIZE)
          .boxed()
          .collect(Collectors.toUnmodifiableMap(ProgramTokens.words()::get, id -> id));
  private static final String SOLVE = ProgramTokens.text(ProgramTokens.SOLVE);
  private static final int WRITTEN = ProgramTokens.LINE - 1; // words of a line but its step token

  private final Checkpoint checkpoint;
  private final ProgramLines policy;
  private final SamplingSettings sampling;
  private final long seed;

  private ProgramPolicy(
      Checkpoint checkpoint, ProgramLines policy, SamplingSettings sampling, long seed) {
    this.checkpoint = checkpoint;
    this.policy = policy;
    this.sampling = sampling;
    this.seed = seed;
  }

  /** Whether a checkpoint folder is of this world: its vocabulary is the world's 42 words. */
  public static boolean isIn(Path folder) {
    if (!Files.exists(folder.resolve("prmlab.json"))
        || !Files.exists(folder.resolve("tokenizer.json"))) {
      return false;
    }
    try (TextTokenizer tokenizer = TextTokenizer.read(folder)) {
      int[] ids = tokenizer.encode(String.join(" ", ProgramTokens.words()));
      return Arrays.equals(ids, IntStream.range(0, ProgramTokens.SIZE).toArray());
    }
  }

  /** Loads a policy; it computes on the CPU in float32. */
  public static ProgramPolicy load(Path folder, SamplingSettings sampling, long seed) {
    Checkpoint checkpoint = Checkpoint.read(folder);
    return new ProgramPolicy(checkpoint, ProgramLines.load(folder, sampling), sampling, seed);
  }

  @Override
  public String name() {
    return checkpoint.name();
  }

  @Override
  public String configuration() {
    return new Fingerprint()
        .add("tabletop policy", checkpoint.fingerprint())
        .add("temperature", sampling.temperature())
        .add("top p", sampling.topP())
        .add("top k", sampling.topK())
        .add("seed", seed)
        .hex()
        .substring(0, 16);
  }

  /** A sample depends on its prompt and index alone, so only what the journal lacks is drawn. */
  @Override
  public List<Samples> complete(List<Prompt> prompts, AnswerJournal journal) {
    List<Prompt> open =
        prompts.stream().filter(p -> journal.have(p) < p.samples().count()).toList();
    List<Samples> drawn = policy.finish(open.stream().map(this::begun).toList());
    for (int i = 0; i < open.size(); i++) {
      ModelReply answer = new ModelReply(drawn.get(i).completions(), drawn.get(i).usage());
      journal.append(open.get(i), open.get(i).samples().first(), answer);
    }
    return prompts.stream().map(p -> journal.drawn(p, "")).toList();
  }

  private ProgramLines.Begun begun(Prompt prompt) {
    String asked =
        prompt.messages().isEmpty()
            ? ""
            : prompt.messages().get(prompt.messages().size() - 1).content() + " ";
    List<String> words = List.of((asked + prompt.begin()).strip().split("\\s+"));
    int solve = words.indexOf(SOLVE);
    int lines = (solve - 1) / 3; // a start, three words a line
    int written = words.size() - solve - 1;
    if (solve < 4
        || solve != 3 * lines + 1
        || lines > ProgramTokens.LETTERS
        || written % WRITTEN != 0
        || written > WRITTEN * lines
        || !IDS.keySet().containsAll(words)) {
      throw new IllegalArgumentException(
          "%s: '%s' is no program of the tabletop world with lines of %d words after it; expected such as '7 A + 3 B * A => A 7 + 3 10'"
              .formatted(prompt.id(), String.join(" ", words), WRITTEN));
    }
    List<Integer> tokens = new ArrayList<>(List.of(ProgramTokens.BEGIN));
    for (int i = 0; i < words.size(); i++) {
      tokens.add(IDS.get(words.get(i)));
      if (i > solve && (i - solve) % WRITTEN == 0) {
        tokens.add(ProgramTokens.STEP);
      }
    }
    int[] ids = tokens.stream().mapToInt(Integer::intValue).toArray();
    return new ProgramLines.Begun(
        TokenRow.of(ids, new int[0]),
        lines,
        written / WRITTEN,
        SampleSeeds.of(seed, prompt.key()),
        prompt.samples());
  }

  @Override
  public void close() {
    policy.close();
  }
}
