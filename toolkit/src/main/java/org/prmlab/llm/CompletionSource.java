package org.prmlab.llm;

import java.util.List;

/** A language model, here or behind an endpoint, that goes on writing. */
public interface CompletionSource extends AutoCloseable {

  /** Its name, for people. */
  String name();

  /** Fingerprint of everything that decides what it writes: model, sampling settings, seed. */
  String configuration();

  /**
   * The samples of every prompt, in the order of the prompts. What the journal holds is not drawn
   * again; every answer is in the journal before anything else is done with it.
   */
  List<Samples> complete(List<Prompt> prompts, AnswerJournal journal);

  @Override
  void close();
}
