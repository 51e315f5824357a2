package org.prmlab.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Project;
import org.prmlab.cli.common.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prmlab bench kernel}: how soon the kernel is ready, and what memory it needs. */
@Command(
    name = "kernel",
    description = {
      "Time from launch to the first cell and the first chart, idle memory, output, exit.",
      "With --spec another kernel (IJava, JJava) is measured by the same clock."
    })
final class KernelBench implements Callable<Integer> {
  /** What the kernel promises; seconds and MiB. */
  private static final Map<String, Double> TARGETS =
      Map.of(
          "first_cell_at_s", 2.0,
          "first_chart_at_s", 4.0,
          "idle_memory_mib", 185.0,
          "exit_s", 1.0,
          "lines_lost", 0.0);

  @Mixin private final ReportFormat report = new ReportFormat();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Fresh kernels, two a run (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--spec",
      paramLabel = "DIR",
      description = "The folder of another kernelspec with the toolkit on its class path.")
  private @Nullable Path other;

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode found = measure(Project.ofEnvironment());
    report.print(found, text(found));
    return 0;
  }

  private JsonNode measure(Project project) throws IOException, InterruptedException {
    Path script = Path.of("kernel-config", "src", "bench", "python", "measure_kernel.py");
    List<String> command = new ArrayList<>();
    command.add(project.python().toString());
    command.add(project.home().resolve(script).toString());
    command.addAll(List.of("--runs", Integer.toString(runs)));
    command.addAll(
        other == null
            ? List.of("--classpath", System.getProperty("java.class.path"))
            : List.of("--spec", other.toString()));
    if (!Files.isExecutable(project.python())) {
      throw new IOException(project.python() + " is missing; ./prmlab lab or run makes it");
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream out = process.getInputStream()) {
      JsonNode found = new ObjectMapper().readTree(out);
      if (process.waitFor() != 0) {
        throw new IOException("measure_kernel.py failed; its own lines above say why");
      }
      return found;
    }
  }

  static String text(JsonNode found) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, %s runs, medians [lowest, highest], load %s"
            .formatted(
                found.path("kernel").asText(), found.path("runs"), found.path("load").asText()));
    for (Map.Entry<String, JsonNode> quantity : found.path("quantities").properties()) {
      text.append(line(quantity.getKey(), quantity.getValue()));
    }
    return text.toString();
  }

  private static String line(String name, JsonNode spread) {
    double median = spread.path("median").asDouble();
    String target = "";
    if (TARGETS.containsKey(name)) {
      double limit = TARGETS.get(name);
      target =
          String.format(
              Locale.ROOT, "at most %.0f: %s", limit, median <= limit ? "held" : "missed");
    }
    String cell =
        String.format(
            Locale.ROOT,
            "%.2f [%.2f, %.2f]",
            median,
            spread.path("low").asDouble(),
            spread.path("high").asDouble());
    return "%n%-26s %26s  %s".formatted(name, cell, target).stripTrailing();
  }
}
