package org.prmlab.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.prmlab.cli.common.Failures;
import org.prmlab.cli.common.Project;
import org.prmlab.cli.tabletop.WorldFigures;
import org.prmlab.findings.FindingTable;
import org.prmlab.findings.FindingText;
import org.prmlab.paper.Paper;
import org.prmlab.paper.audit.AuditReport;
import org.prmlab.paper.audit.PaperAudit;
import org.prmlab.plot.Figure;
import org.prmlab.plot.PaperFigures;
import org.prmlab.plot.TabletopFigures;
import org.prmlab.tabletop.world.WorldResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code prmlab run}: the main job. */
@Command(
    name = "run",
    description = {
      "Execute all notebooks and the solutions of their exercises through the real kernel, draw the"
          + " figures, audit the paper.",
      "Executed pages go to target/pages (notebook and HTML), figures to figures (PNG, SVG, JSON).",
      "With --only nothing but those notebooks: no figures, no audit."
    })
final class RunCommand implements Callable<Integer> {
  private static final String REAL_DATA = "PRMLAB_REAL_DATA";
  private static final long MEMORY_OF_TWO = 7L << 30; // two kernels with models in them
  private static final String ALL = "*";
  private static final int INTERRUPTED = 128; // exit codes above are signals; nothing more is said

  /** Keeps the engine to instructions that most processors have, so that committed pages agree. */
  private static final Map<String, String> SAME_ROUNDING =
      Map.of("ATEN_CPU_CAPABILITY", "avx2", "MKL_CBWR", "AVX2", "ONEDNN_MAX_CPU_ISA", "AVX2");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      defaultValue = ALL,
      description = "Only notebooks whose name matches, e.g. '10-*'.")
  private String only = ALL;

  @Option(
      names = "--check",
      description = "Also fail where a notebook's text differs from its committed outputs.")
  private boolean check;

  @Option(
      names = "--in-place",
      description = "Write the outputs into the notebooks: makes the committed ones.")
  private boolean inPlace;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Notebooks at a time; by default 2 where there are two processors and 8 GB of memory.")
  private Optional<Integer> jobs = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs.isPresent() && jobs.get() < 1) {
      throw new ParameterException(
          spec.commandLine(), "--jobs %d; at least 1 expected".formatted(jobs.get()));
    }
    Project project = Project.ofEnvironment();
    PrintWriter out = spec.commandLine().getOut();
    int code = executeNotebooks(project);
    if (code > INTERRUPTED) {
      return code;
    }
    if (only.equals(ALL)) {
      report(project, out);
    }
    out.printf("pages: open %s/*.html, or ./prmlab lab%n", project.shown(project.pages()));
    out.flush();
    return code == 0 ? 0 : Failures.FAILED;
  }

  /** What belongs to all notebooks together. */
  private void report(Project project, PrintWriter out) {
    WorldResults worlds = WorldResults.read(project.tabletop());
    if (!check) {
      List<Figure> printed = PaperFigures.asPrinted().all();
      List<Figure> ours = TabletopFigures.of(worlds).all();
      List<Figure> scored = WorldFigures.of(project.tabletop());
      Stream.of(printed, ours, scored)
          .flatMap(List::stream)
          .forEach(f -> f.save(project.figures()));
      out.printf(
          "figures: %d of the paper and %d of the tabletop worlds as PNG, SVG and JSON in %s%n",
          printed.size(), ours.size() + scored.size(), project.shown(project.figures()));
    }
    AuditReport audit = PaperAudit.of(Paper.asPrinted());
    out.printf(
        "audit: %d printed numbers checked, %d contradictions (./prmlab audit lists them)%n",
        audit.checked(), audit.findings().size());
    FindingTable findings = FindingTable.of(worlds);
    out.println(FindingText.HEADING);
    out.println(FindingText.table(findings));
  }

  private int executeNotebooks(Project project) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(project.python().toString());
    command.add(project.notebookRunner().toString());
    command.addAll(List.of("--out", project.pages().toString()));
    command.addAll(List.of("--root", project.notebooks().toString()));
    command.addAll(List.of("--jobs", Integer.toString(jobs.orElseGet(RunCommand::jobsHere))));
    if (check) {
      command.add("--check");
    }
    if (inPlace) {
      command.add("--in-place");
    }
    project.notebooks(only).forEach(n -> command.add(n.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    if (check || inPlace) {
      builder.environment().remove(REAL_DATA); // committed pages are made without it
      builder.environment().putAll(SAME_ROUNDING);
    }
    Process runner = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endWithChildren(runner.toHandle())));
    return runner.waitFor();
  }

  private static int jobsHere() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    boolean large = system.getTotalMemorySize() >= MEMORY_OF_TWO;
    return large && Runtime.getRuntime().availableProcessors() > 1 ? 2 : 1;
  }

  /** An interrupted run leaves no kernel behind. */
  private static void endWithChildren(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
