package org.prmlab.labeling;

/**
 * One continuation of a prompt.
 *
 * @param text what was written after the prompt
 * @param end why it ends there
 */
public record Completion(String text, End end) {
  /** Why a completion ends. */
  public enum End {
    /** The model said so. */
    STOPPED,
    /** The text came at which the model was to be stopped; it is not part of the completion. */
    STOP_TEXT,
    /** The limit on new tokens came first, or the server broke it off. */
    CUT
  }
}
