package org.prmlab.kernel.cell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** A cell that did not end well, as the front end is told about it. */
public final class CellFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final String name;
  private final String text;
  private final transient List<String> traceback;

  /** A failure without an exception: the code was not run. */
  CellFailure(String name, String text, List<String> traceback) {
    super(name + ": " + text, null, false, false);
    this.name = name;
    this.text = text;
    this.traceback = List.copyOf(traceback);
  }

  /** A failure by an exception of the user's code. */
  CellFailure(String name, String text, List<String> traceback, Throwable thrown) {
    super(name, thrown, false, false);
    this.name = name;
    this.text = text;
    this.traceback = List.copyOf(traceback);
  }

  /** A fault of the kernel or of JShell itself, with every frame, to be reported. */
  public static CellFailure ofKernel(Throwable fault) {
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    return new CellFailure(
        fault.getClass().getName(),
        Optional.ofNullable(fault.getMessage()).orElse(""),
        trace.toString().lines().toList(),
        fault);
  }

  /** The kind of failure: the class of the exception, without JShell's wrapping. */
  public String name() {
    return name;
  }

  /** The message of the exception or of the compiler. */
  public String text() {
    return text;
  }

  /** Lines for the page, coloured with ANSI codes. */
  public List<String> traceback() {
    return traceback;
  }
}
