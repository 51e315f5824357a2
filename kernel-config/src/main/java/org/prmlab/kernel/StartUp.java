package org.prmlab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prmlab.kernel.cell.CellEvaluator;
import org.prmlab.kernel.cell.CellFailure;
import org.prmlab.kernel.cell.CellSource;
import org.prmlab.kernel.display.ToolkitPackages;
import org.prmlab.kernel.magic.Globs;

/** What happens before the first cell: class path, imports, magics, start-up scripts. */
final class StartUp {
  /** IJava's imports, and the functions of every notebook. */
  private static final List<String> IMPORTS =
      List.of(
          "import java.util.*;",
          "import java.io.*;",
          "import java.math.*;",
          "import java.net.*;",
          "import java.util.concurrent.*;",
          "import java.util.prefs.*;",
          "import java.util.regex.*;",
          "import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;",
          "import static org.prmlab.kernel.NotebookFunctions.kernel;",
          "import static org.prmlab.kernel.NotebookFunctions.getKernelInstance;");

  private final Environment environment;
  private final JavaKernel kernel;
  private final CellEvaluator evaluator;

  StartUp(Environment environment, JavaKernel kernel, CellEvaluator evaluator) {
    this.environment = environment;
    this.kernel = kernel;
    this.evaluator = evaluator;
  }

  /** Makes JShell and runs a first line, which loads the compiler: the slow part of a start. */
  static CellEvaluator evaluator(Environment environment) {
    CellEvaluator evaluator =
        new CellEvaluator(
            new CellEvaluator.Settings(environment.compilerOptions(), environment.timeout()));
    attempt("class path", () -> evaluator.addToClassPath(classPath(environment)));
    attempt("imports", () -> evaluator.evaluateLine(IMPORTS.get(0)));
    return evaluator;
  }

  /** Never fails: what goes wrong is told on the page of the first cell, and the rest goes on. */
  void run() {
    attempt("kernel", kernel::onStartup);
    IMPORTS.stream().skip(1).forEach(line -> attempt(line, () -> evaluator.evaluateLine(line)));
    attempt("toolkit", () -> ToolkitPackages.in(evaluator.loader()).forEach(this::importAll));
    for (String scripts : environment.values("STARTUP_SCRIPTS_PATH")) {
      Globs.onClassPath(scripts).forEach(file -> attempt(file.toString(), () -> runScript(file)));
    }
    for (String script : environment.values("STARTUP_SCRIPT")) {
      attempt("start-up script", () -> evaluate(script, "start-up script"));
    }
  }

  private static List<String> classPath(Environment environment) {
    return environment.values("CLASSPATH").stream()
        .flatMap(patterns -> Globs.onClassPath(patterns).stream())
        .map(path -> path.toAbsolutePath().normalize().toString())
        .distinct()
        .toList();
  }

  private void importAll(String packageName) {
    String line = "import " + packageName + ".*;";
    attempt(packageName, () -> evaluator.evaluateLine(line));
  }

  private void runScript(Path file) throws IOException, CellFailure {
    evaluate(Files.readString(file), file.toString());
  }

  private void evaluate(String source, String label) throws CellFailure {
    evaluator.evaluate(CellSource.of(label, source));
  }

  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private static void attempt(String what, Step step) {
    try {
      step.run();
    } catch (CellFailure failure) {
      System.err.println("start-up, " + what + ": " + String.join("\n", failure.traceback()));
    } catch (Exception | LinkageError e) {
      System.err.println("start-up, " + what + ": " + e);
    }
  }
}
