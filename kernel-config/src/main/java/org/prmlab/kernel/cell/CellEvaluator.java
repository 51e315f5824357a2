package org.prmlab.kernel.cell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.prmlab.kernel.magic.MagicSyntax;

/**
 * Runs cells: splits the source into JShell's snippets, evaluates one after the other, and hands
 * back the value of the last one as an object.
 */
public final class CellEvaluator implements AutoCloseable {
  /** How cells are compiled and how long one statement may take. */
  public record Settings(List<String> compilerOptions, Optional<Duration> statementLimit) {
    public Settings {
      compilerOptions = List.copyOf(compilerOptions);
    }
  }

  /**
   * The variable that JShell made for an expression without a name, and the class with its field.
   */
  private record Temporary(Snippet snippet, Class<?> holder) {}

  private final CellClassLoader loader;
  private final CellThread thread;
  private final CellControl control;
  private final JShell shell;
  private final CellPositions positions;
  private final CodeInsight insight;
  private final List<Temporary> temporaries = new ArrayList<>();
  private volatile String runningLabel = "the cell";

  public CellEvaluator(Settings settings) {
    ClassIndex.leaveOut();
    loader = new CellClassLoader(CellEvaluator.class.getClassLoader());
    thread = new CellThread(loader);
    control = new CellControl(loader, thread, settings.statementLimit());
    shell =
        JShell.builder()
            .executionEngine(new Engine(control), Map.of())
            .compilerOptions(settings.compilerOptions().toArray(String[]::new))
            .build();
    positions = new CellPositions(shell);
    insight = new CodeInsight(shell, loader::classPath);
  }

  /** A source for this notebook, whose variables and methods are known by name. */
  public CellSource source(String label, String written) {
    return new CellSource(label, written, MagicSyntax.toJava(written, this::declares));
  }

  private boolean declares(String name) {
    return shell
        .snippets()
        .anyMatch(
            snippet ->
                snippet instanceof DeclarationSnippet declared
                    && declared.name().equals(name)
                    && shell.status(snippet).isActive());
  }

  /** The jars and directories that were added, in order. */
  public List<String> classPath() {
    return loader.classPath();
  }

  /** The loader that sees what cells see. */
  public ClassLoader loader() {
    return loader;
  }

  /** What can be said about code that is not run. */
  public CodeInsight insight() {
    return insight;
  }

  /** A new cell begins: an interrupt that came before it is over. */
  public void begin() {
    thread.begin();
  }

  /**
   * Runs a source that errors call {@code label}; the value of its last statement, if it is an
   * expression with one.
   */
  public Optional<Object> evaluate(CellSource source) throws CellFailure {
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    Optional<Object> value = Optional.empty();
    List<Snippet> unresolved = new ArrayList<>();
    String rest = source.java();
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
        break;
      }
      int start = source.java().length() - rest.length();
      if (!info.completeness().isComplete()) {
        throw CompileReport.incomplete(new CellPositions.Place(source, start));
      }
      value = evaluateOne(info.source(), new CellPositions.Place(source, start), unresolved);
      rest = info.remaining();
    }
    rejectUnresolved(unresolved);
    return value;
  }

  /** Runs one whole line, such as an import, without looking where it ends; faster. */
  public void evaluateLine(String line) throws CellFailure {
    List<Snippet> unresolved = new ArrayList<>();
    var unused =
        evaluateOne(line, new CellPositions.Place(CellSource.of(line, line), 0), unresolved);
    rejectUnresolved(unresolved);
  }

  /** Runs code on the cell thread, for example a {@code toString} of the user's. */
  public <T> T onCellThread(Callable<T> code) throws CellFailure {
    List<T> result = new ArrayList<>();
    try {
      thread.run(() -> result.add(code.call()));
    } catch (Throwable thrown) {
      throw failure(thrown);
    }
    return result.get(0);
  }

  /** Forgets the values of expressions that nobody named, once they were shown. */
  public void freeTemporaries() {
    for (Temporary temporary : temporaries) {
      CellControl.clearStatics(temporary.holder());
      shell.drop(temporary.snippet());
    }
    temporaries.clear();
  }

  /** Adds jars and directories to what cells see and compile against. */
  public void addToClassPath(List<String> entries) {
    List<String> missing = new ArrayList<>(entries);
    missing.removeAll(loader.classPath());
    if (!missing.isEmpty()) {
      shell.addToClasspath(String.join(java.io.File.pathSeparator, missing));
    }
  }

  /** Ends the running cell. */
  public void interrupt() {
    thread.interrupt();
  }

  /** Ends the running cell with an error, because its code made the process exit. */
  public void giveUp(ProcessExit exit) {
    thread.giveUp(exit);
  }

  /** What a thread that nobody waits for threw, in the form of a cell's error. */
  public CellFailure failure(Throwable thrown) {
    return new ErrorReport(positions).of(thrown);
  }

  /** How much of a printed text can be shown before what follows it is known, in characters. */
  public static int whole(String printed) {
    return CellNames.whole(printed);
  }

  /** Printed text as the reader needs it: the user's names, and cells and lines in stack traces. */
  public String readable(String printed) {
    return CellNames.clean(
        printed,
        frame ->
            new ErrorReport(positions)
                .place(frame)
                .or(() -> Optional.of(runningLabel + CellNames.inMethod(frame.getMethodName()))));
  }

  @Override
  public void close() {
    shell.close();
  }

  private Optional<Object> evaluateOne(
      String code, CellPositions.Place place, List<Snippet> unresolved) throws CellFailure {
    runningLabel = place.source().label();
    List<SnippetEvent> events = shell.eval(code);
    SnippetEvent event = events.get(0);
    Snippet snippet = event.snippet();
    if (snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      control.lastClass().ifPresent(holder -> temporaries.add(new Temporary(snippet, holder)));
    }
    positions.remember(snippet, place);
    Optional<Throwable> thrown = control.takeFailure();
    Optional<Object> value = control.takeValue();
    if (thrown.isPresent()) {
      throw failure(thrown.get());
    }
    if (event.exception() != null) {
      throw failure(event.exception());
    }
    if (thread.isInterrupted()) {
      throw failure(new CellInterruption(CellThread.INTERRUPTED));
    }
    switch (event.status()) {
      case REJECTED -> throw CompileReport.rejected(shell, snippet, place);
      case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> unresolved.add(snippet);
      default -> {}
    }
    LostVariables.of(events).ifPresent(System.err::println);
    return isShown(snippet) ? value : Optional.empty();
  }

  private static boolean isShown(Snippet snippet) {
    if (DisplayCall.is(snippet.source())) {
      return false; // it has shown what it was given; the id that it returns is no result
    }
    return switch (snippet.subKind()) {
      case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND -> true;
      default -> false;
    };
  }

  private void rejectUnresolved(List<Snippet> unresolved) throws CellFailure {
    for (Snippet snippet : unresolved) {
      Snippet.Status status = shell.status(snippet);
      if (status == Snippet.Status.RECOVERABLE_DEFINED
          || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
        throw CompileReport.unresolved(shell, (DeclarationSnippet) snippet);
      }
    }
  }

  /** Gives JShell the engine that was made for it. */
  private record Engine(DirectExecutionControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "in-process";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
      return control;
    }
  }
}
