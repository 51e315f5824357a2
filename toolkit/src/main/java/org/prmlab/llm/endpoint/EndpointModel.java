package org.prmlab.llm.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.ModelReply;
import org.prmlab.llm.Prompt;
import org.prmlab.llm.SampleRange;
import org.prmlab.llm.SampleSeeds;
import org.prmlab.llm.Samples;
import org.prmlab.llm.endpoint.CallFailure.Reach;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.text.ChatMessage;
import org.prmlab.model.text.ChatTemplate;
import org.prmlab.model.text.ChatTemplate.Ending;

/**
 * A language model behind a server that speaks OpenAI's protocol: vLLM, SGLang, llama.cpp, Ollama,
 * a hosted one. Many requests are under way at a time; every answer is in the journal before
 * anything else is done with it, so none is paid for twice; what stays unanswered is said to be
 * missing.
 */
public final class EndpointModel implements CompletionSource {
  private static final long SEED_MASK = 0x7fff_ffffL; // what every server's seed can hold

  private static final int AROUND_MESSAGE = 32; // tokens

  private final EndpointSettings settings;
  private final EndpointLimits limits;
  private final OpenAiCalls calls;
  private final Function<List<ChatMessage>, String> renderer;
  private final Spending spending;
  private final Pause pause;

  private EndpointModel(
      EndpointSettings settings, EndpointLimits limits, OpenAiCalls calls, Pause pause) {
    this.settings = settings;
    this.limits = limits;
    this.calls = calls;
    this.pause = pause;
    this.spending = new Spending(limits);
    this.renderer =
        settings
            .template()
            .<Function<List<ChatMessage>, String>>map(
                folder -> {
                  ChatTemplate template = ChatTemplate.read(folder);
                  return messages -> template.render(messages, Ending.ANSWER_FOLLOWS);
                })
            .orElse(EndpointModel::chatMl);
  }

  /**
   * Makes a client; nothing is sent yet.
   *
   * @param key the API key, from the environment; empty for a server that asks for none
   */
  public static EndpointModel connect(
      EndpointSettings settings, EndpointLimits limits, String key) {
    return connect(settings, limits, key, Pause.real());
  }

  static EndpointModel connect(
      EndpointSettings settings, EndpointLimits limits, String key, Pause pause) {
    OpenAiCalls calls = new OpenAiCalls(settings, limits.timeout(), key.strip());
    return new EndpointModel(settings, limits, calls, pause);
  }

  /** Conversations as Qwen's models read them. */
  private static String chatMl(List<ChatMessage> messages) {
    return messages.stream()
            .map(m -> "<|im_start|>%s\n%s<|im_end|>\n".formatted(m.role(), m.content()))
            .collect(Collectors.joining())
        + "<|im_start|>assistant\n";
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public String configuration() {
    String probe = renderer.apply(List.of(new ChatMessage("user", "probe")));
    Fingerprint print =
        new Fingerprint()
            .add("model", settings.model())
            .add("sampling", settings.sampling())
            .add("seed", settings.seed())
            .add("style", settings.style())
            .add("template", probe)
            .add("stop text", settings.stopText());
    if (!settings.oddsOf().isEmpty()) {
      print.add("odds", new TreeSet<>(settings.oddsOf()));
    }
    return print.hex().substring(0, 16);
  }

  /** Requests sent by this run so far, failed ones included. */
  public long requests() {
    return spending.requests();
  }

  @Override
  public List<Samples> complete(List<Prompt> prompts, AnswerJournal journal) {
    List<Prompt> open =
        prompts.stream().filter(p -> journal.have(p) < p.samples().count()).toList();
    RequestLine<Prompt> line = new RequestLine<>(new Asked(journal), limits, spending, pause);
    Map<Prompt, String> missing = line.run(open);
    return prompts.stream().map(p -> journal.drawn(p, missing.getOrDefault(p, ""))).toList();
  }

  private final class Asked implements RequestLine.Calls<Prompt> {
    private final AnswerJournal journal;

    Asked(AnswerJournal journal) {
      this.journal = journal;
    }

    @Override
    public boolean isOpen(Prompt prompt) {
      return journal.have(prompt) < prompt.samples().count();
    }

    private SampleRange rest(Prompt prompt) {
      int have = journal.have(prompt);
      return new SampleRange(prompt.samples().first() + have, prompt.samples().count() - have);
    }

    @Override
    public long send(Prompt prompt) throws CallFailure, InterruptedException {
      SampleRange samples = rest(prompt);
      ModelReply answer = answer(prompt, samples);
      journal.append(prompt, samples.first(), answer);
      if (answer.completions().isEmpty()) {
        throw CallFailure.unusable(
            Reach.PASSING, "an answer without choices", answer.usage().tokens());
      }
      return answer.usage().tokens();
    }

    private ModelReply answer(Prompt prompt, SampleRange samples)
        throws CallFailure, InterruptedException {
      long seed = SampleSeeds.of(SampleSeeds.of(settings.seed(), prompt.key()), samples.first());
      boolean chat = prompt.begin().isEmpty() || settings.style() == ContinuationStyle.CHAT;
      if (chat && !prompt.messages().isEmpty()) {
        var conversation = new OpenAiCalls.Conversation(prompt.messages(), prompt.begin());
        return calls.chat(conversation, samples.count(), seed & SEED_MASK);
      }
      String before = prompt.messages().isEmpty() ? "" : renderer.apply(prompt.messages());
      return calls.complete(before + prompt.begin(), samples.count(), seed & SEED_MASK);
    }

    @Override
    public long seed(Prompt prompt) {
      return prompt.key().hashCode();
    }

    /** A text has at most as many tokens as bytes; a message some more around it. */
    @Override
    public long most(Prompt prompt) {
      long read = bytes(prompt.begin());
      for (ChatMessage message : prompt.messages()) {
        read += bytes(message.content()) + AROUND_MESSAGE;
      }
      return read + (long) rest(prompt).count() * settings.sampling().maxNewTokens();
    }

    private static long bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** Nothing stays open between two answers. */
  @Override
  public void close() {}
}
