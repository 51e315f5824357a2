package org.prmlab.llm;

import java.util.List;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.text.ChatMessage;

/**
 * What a language model is to go on writing.
 *
 * @param id names the prompt for people; unique within a data set
 * @param messages the conversation so far; empty if {@code begin} is the whole text
 * @param begin how the answer begins: what is written goes on from here; may be empty
 * @param samples how many different continuations are wanted
 */
public record Prompt(String id, List<ChatMessage> messages, String begin, SampleRange samples) {
  private static final int DIGITS = 16;

  public Prompt {
    messages = List.copyOf(messages);
  }

  /** A question to a model that answers in conversations. */
  public static Prompt question(String id, String text, SampleRange samples) {
    return new Prompt(id, List.of(new ChatMessage("user", text)), "", samples);
  }

  /** Other samples of the same text. */
  public Prompt withSamples(SampleRange samples) {
    return new Prompt(id, messages, begin, samples);
  }

  /** The id and a hash of the text: equal for equal prompts, whatever samples are wanted. */
  public String key() {
    var print = new Fingerprint().add("id", id);
    messages.forEach(m -> print.add(m.role(), m.content()));
    return id + "#" + print.add("begin", begin).hex().substring(0, DIGITS);
  }
}
