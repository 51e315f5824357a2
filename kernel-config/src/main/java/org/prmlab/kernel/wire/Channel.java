package org.prmlab.kernel.wire;

/** The four sockets that carry messages; the fifth, the heartbeat, echoes bytes. */
public enum Channel {
  /** Requests to run, complete, inspect; one after the other. */
  SHELL,
  /** Shutdown and interrupt, served while a cell runs. */
  CONTROL,
  /** Requests of the kernel for a line typed by the user. */
  STDIN,
  /** What everybody sees: status, output, results, errors. */
  IOPUB
}
