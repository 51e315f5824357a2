package org.prmlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is timed of the analysis of files: a command each, with 1,000 resamples. */
public enum AnalysisWork {
  /** Agreement of rollouts with a judge at eight thresholds. */
  AGREE {
    @Override
    List<String> command(BenchFiles files) {
      return List.of("agree", files.mc().toString(), files.judge().toString());
    }

    @Override
    Map<String, Double> values(JsonNode report) {
      Map<String, Double> values = new TreeMap<>();
      values.put("agreement", number(report.at("/steps/agreement/value")));
      values.put("kappa", number(report.at("/steps/kappa/value")));
      for (int i = 0; i < EIGHTHS; i++) {
        values.put("kept_" + i, number(report.at("/retention/" + i + "/share/value")));
      }
      return values;
    }

    @Override
    List<Path> peerFiles(BenchFiles files) {
      return List.of(files.mc(), files.judge());
    }
  },

  /** The consensus filter, both results written. */
  CONSENSUS {
    @Override
    List<String> command(BenchFiles files) {
      return List.of(
          "filter",
          "consensus",
          "--mc",
          files.mc().toString(),
          "--judge",
          files.judge().toString(),
          "--out",
          files.kept().toString(),
          "--dropped",
          files.dropped().toString());
    }

    @Override
    Map<String, Double> values(JsonNode report) {
      Map<String, Double> values = new TreeMap<>();
      values.put("kept", number(report.at("/all/kept")));
      for (int i = 0; i < EIGHTHS; i++) {
        JsonNode part = report.path("by_threshold").path(String.valueOf(i / 8.0));
        values.put("kept_" + i, number(part.at("/share/value")));
      }
      return values;
    }

    @Override
    List<Path> peerFiles(BenchFiles files) {
      return List.of(files.mc(), files.judge(), files.kept(), files.dropped());
    }
  },

  /** ProcessBench's F1 of five PRMs, each at the threshold of its best F1. */
  STEP_ERRORS {
    @Override
    List<String> command(BenchFiles files) {
      String data = files.scored().toString();
      return List.of(
          "evaluate",
          "step-errors",
          "--data",
          data,
          "--tune-on",
          data,
          "--prm",
          "prm-1",
          "--prm",
          "prm-2",
          "--prm",
          "prm-3",
          "--prm",
          "prm-4",
          "--prm",
          "prm-5");
    }

    @Override
    Map<String, Double> values(JsonNode report) {
      Map<String, Double> values = new TreeMap<>();
      for (int i = 1; i <= BenchFiles.PRMS; i++) {
        JsonNode one = report.path("by_prm").path("prm-" + i);
        values.put("prm-" + i + " f1", number(one.at("/all/f1/value")));
        values.put("prm-" + i + " threshold", number(one.at("/threshold/values/0")));
      }
      return values;
    }

    @Override
    List<Path> peerFiles(BenchFiles files) {
      return List.of(files.scored());
    }
  },

  /** Curves of pass@k, maj@k, prm@k and the weighted vote, 16 samples a problem. */
  BEST_OF_N {
    @Override
    List<String> command(BenchFiles files) {
      String data = files.samples().toString();
      return List.of("evaluate", "best-of-n", "--data", data, "--aggregation", "min");
    }

    @Override
    Map<String, Double> values(JsonNode report) {
      Map<String, Double> values = new TreeMap<>();
      add("pass", report.path("pass"), values);
      add("majority", report.path("majority"), values);
      add("best", report.at("/prm/0/best"), values);
      add("vote", report.at("/prm/0/weighted_vote"), values);
      return values;
    }

    @Override
    List<Path> peerFiles(BenchFiles files) {
      return List.of(files.samples());
    }
  };

  private static final int EIGHTHS = 8;

  /** What follows the program's name; a report in JSON is asked for besides. */
  abstract List<String> command(BenchFiles files);

  /** The point values of a report that the peers compute too, by the names they print. */
  abstract Map<String, Double> values(JsonNode report);

  /** What the peer reads and writes. */
  abstract List<Path> peerFiles(BenchFiles files);

  /** By name on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void add(String name, JsonNode curve, Map<String, Double> to) {
    for (JsonNode point : curve) {
      to.put(name + "_" + point.path("k").asInt(), number(point.at("/accuracy/value")));
    }
  }

  private static double number(JsonNode node) {
    if (!node.isNumber()) {
      throw new IllegalStateException("a report lacks a number that the peers compute");
    }
    return node.doubleValue();
  }
}
