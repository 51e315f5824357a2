package org.prmlab.llm.endpoint;

/** How a server is asked to go on from the middle of an answer. */
public enum ContinuationStyle {
  /** {@code /completions} with the whole text, rendered here: every server that has the route. */
  COMPLETION,
  /**
   * {@code /chat/completions} with the begun answer as last message and {@code
   * continue_final_message}: vLLM, SGLang.
   */
  CHAT
}
