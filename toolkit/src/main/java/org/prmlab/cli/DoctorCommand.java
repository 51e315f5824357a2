package org.prmlab.cli;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ErrorText;
import org.prmlab.cli.common.Failures;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.model.engine.EngineReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prmlab doctor}: what is here, what is missing, and how to get it. */
@Command(
    name = "doctor",
    description = "Report versions, memory, fonts, engine, kernelspec; say what is missing.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin private final ReportFormat format = new ReportFormat();

  @Override
  public Integer call() {
    List<Symptom> symptoms = new ArrayList<>();
    symptoms.add(java());
    symptoms.add(memory());
    symptoms.add(fonts());
    symptoms.add(engine());
    symptoms.addAll(ofLauncher(System.getenv().getOrDefault("PRMLAB_CHECKS", "")));
    symptoms.add(realData());
    Diagnosis diagnosis = new Diagnosis(symptoms.stream().noneMatch(Symptom::hinders), symptoms);
    format.print(diagnosis, diagnosis.toString());
    return diagnosis.healthy() ? 0 : Failures.FAILED;
  }

  private static Symptom java() {
    return Symptom.ok(
        "Java",
        "%s, %s, at %s"
            .formatted(
                Runtime.version(), System.getProperty("os.arch"), System.getProperty("java.home")));
  }

  private static Symptom memory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    return Symptom.ok(
        "memory",
        "%d MiB heap at most, %d processors"
            .formatted(heap, Runtime.getRuntime().availableProcessors()));
  }

  /** Charts need at least one font; a bare container has none. */
  private static Symptom fonts() {
    try {
      int count =
          GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length;
      return Symptom.ok("fonts", count + " families");
    } catch (RuntimeException | Error e) {
      return Symptom.missing(
          "fonts", "none found; charts need one (Debian/Ubuntu: apt install fonts-dejavu-core)");
    }
  }

  private static Symptom engine() {
    try {
      return Symptom.ok("engine", EngineReport.load().toString());
    } catch (RuntimeException | Error e) {
      return Symptom.missing("engine", ErrorText.of(e) + "; see docs/troubleshooting.md");
    }
  }

  /**
   * What the launcher has looked at before Java.
   *
   * @param checks one a line: state, subject and detail, separated by tabs
   */
  static List<Symptom> ofLauncher(String checks) {
    return checks
        .lines()
        .map(line -> line.split("\t", 3))
        .map(part -> new Symptom(part[0], part[1], part[2]))
        .toList();
  }

  private static Symptom realData() {
    @Nullable String folder = System.getenv("PRMLAB_REAL_DATA");
    return folder == null
        ? Symptom.later("real records", "optional; set PRMLAB_REAL_DATA to a folder of them")
        : Symptom.ok("real records", "PRMLAB_REAL_DATA is set");
  }

  /**
   * One line of the report.
   *
   * @param state {@code ok}, {@code later} (made or set when needed) or {@code missing}
   */
  record Symptom(String state, String what, String detail) {
    static Symptom ok(String what, String detail) {
      return new Symptom("ok", what, detail);
    }

    static Symptom later(String what, String detail) {
      return new Symptom("later", what, detail);
    }

    static Symptom missing(String what, String detail) {
      return new Symptom("missing", what, detail);
    }

    boolean hinders() {
      return state.equals("missing");
    }

    @Override
    public String toString() {
      return "%-8s%s: %s".formatted(state, what, detail);
    }
  }

  /**
   * The whole report.
   *
   * @param healthy whether nothing is missing
   */
  record Diagnosis(boolean healthy, List<Symptom> symptoms) {
    @Override
    public String toString() {
      return symptoms.stream().map(Symptom::toString).collect(Collectors.joining("\n"));
    }
  }
}
