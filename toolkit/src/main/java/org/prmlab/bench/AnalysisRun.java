package org.prmlab.bench;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.prmlab.evaluation.ThresholdSweep;
import org.prmlab.format.StepColumnReader;

/**
 * Our side of {@code prmlab bench analysis}, in a process of its own so that its heap is its own.
 */
final class AnalysisRun {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private AnalysisRun() {}

  /**
   * {@code AnalysisRun MC.jsonl JUDGE.jsonl}; prints what {@code bench/analysis_pandas.py} does.
   */
  public static void main(String[] files) throws IOException {
    long begin = System.nanoTime();
    var mc = StepColumnReader.of("mc").read(Path.of(files[0]));
    var judge = StepColumnReader.of("judge").read(Path.of(files[1]));
    List<Map<String, Object>> rows =
        ThresholdSweep.eighths(mc, judge).stream().map(AnalysisRun::row).toList();
    double seconds = (System.nanoTime() - begin) / 1e9;
    Map<String, Object> result =
        Map.of(
            "rows",
            rows,
            "seconds",
            seconds,
            "cpu_seconds",
            processorSeconds(),
            "peak_mb",
            peakHeap() / (1 << 20),
            "with",
            "prmlab, Java " + Runtime.version().feature());
    System.out.println(JSON.writeValueAsString(result));
  }

  private static Map<String, Object> row(ThresholdSweep sweep) {
    return Map.of(
        "threshold", sweep.threshold(),
        "steps", sweep.steps().counts(),
        "first_errors", sweep.firstErrors(),
        "kept", sweep.kept(),
        "with_error", sweep.withError());
  }

  /** Processor time of this process so far, all threads; 0 where the Java does not tell. */
  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /**
   * Bytes: the most each part of the heap held, added up, which is no less than the heap's peak.
   */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
