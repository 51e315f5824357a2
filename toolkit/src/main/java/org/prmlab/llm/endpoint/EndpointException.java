package org.prmlab.llm.endpoint;

/** The endpoint answers no request of this run; what was answered before is in the journal. */
public final class EndpointException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EndpointException(String message) {
    super(message);
  }
}
