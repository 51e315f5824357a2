package org.prmlab.model;

import java.util.List;

/**
 * How a step-token PRM is read, in the words of vLLM's pooling of type {@code STEP}: the score of a
 * step is the softmax over some tokens at the token that marks the step's end.
 *
 * @param tag id of the token that marks the end of a step
 * @param returned ids of the tokens whose logits are read; empty for the classes of a head
 * @see <a href="https://docs.vllm.ai/en/stable/api/vllm/config/pooler/">vLLM, PoolerConfig</a>
 */
public record StepPooling(int tag, List<Integer> returned) {
  public StepPooling {
    returned = List.copyOf(returned);
  }
}
