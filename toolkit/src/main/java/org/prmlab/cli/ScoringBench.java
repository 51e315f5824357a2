package org.prmlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.prmlab.model.ComputeSettings;
import org.prmlab.model.Precision;
import org.prmlab.model.TokenRow;
import org.prmlab.prm.LabelTokens;
import org.prmlab.prm.PrmSettings;
import org.prmlab.prm.TokenScorer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab bench scoring}: the same random PRM and rows, scored here and by transformers. */
@Command(
    name = "scoring",
    description = {
      "Step scores on the CPU in float32, against transformers: one solution a call; batches of 8"
          + " in file order; and, for several solutions a problem, sorted by length in batches of"
          + " the size that is best for it."
    })
final class ScoringBench implements Callable<Integer> {
  /** Ratios aimed at, by size and peer. */
  private static final Map<String, Double> TARGETS =
      Map.of(
          "tabletop scoring-single", 3.0,
          "tabletop scoring-padded", 2.0,
          "half-billion scoring-single", 1.0,
          "half-billion scoring-padded", 1.4,
          "half-billion scoring-sorted", 1.2);

  private static final int ROWS = 200;
  private static final List<Integer> BATCHES = List.of(1, 4, 8, 16);

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final BenchOptions options = new BenchOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--solutions",
      paramLabel = "N",
      defaultValue = "8",
      description = "Solutions a problem of the Best-of-N row (default: 8).")
  private int solutions = 8;

  @Option(
      names = "--max-tokens-per-batch",
      paramLabel = "N",
      defaultValue = "4096",
      description = "Most tokens computed together here (default: 4096).")
  private int tokensPerBatch = 4096;

  @Option(
      names = "--against",
      paramLabel = "WAY",
      split = ",",
      description = "Of single, padded and sorted (several solutions a problem); default: all.")
  private Way[] against = Way.values();

  /** How the peer makes its batches; by name on the command line and in its script. */
  enum Way {
    SINGLE,
    PADDED,
    SORTED;

    String kind() {
      return "scoring-" + name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws IOException {
    options.applyThreads();
    Path model = options.makeModel();
    PrmSettings settings =
        PrmSettings.withDefaults()
            .withCompute(
                ComputeSettings.withDefaults().withDevice("cpu").withPrecision(Precision.FLOAT32))
            .withTokensPerBatch(tokensPerBatch);
    List<SideBySide> results = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    try (TokenScorer scorer = TokenScorer.load(model.resolve("prm"), settings, LabelTokens.NONE)) {
      for (Way way : against) {
        Work work =
            way == Way.SORTED
                ? work("Best-of-%d scoring".formatted(solutions), model, solutions)
                : work("scoring", model, 1);
        String kind = way == Way.SORTED ? best(model.resolve("prm"), work) : way.kind();
        results.add(compare(kind, model.resolve("prm"), work, () -> work.run(scorer)));
        format.printPart(out, results.get(results.size() - 1).toString());
      }
    } finally {
      delete(model);
    }
    format.printWhole(out, results);
    return 0;
  }

  /** Rows that both sides score, the problem each belongs to, and the file the peer reads. */
  private record Work(String name, List<TokenRow> rows, List<String> problems, Path file) {
    double[][] run(TokenScorer scorer) {
      return scorer.score(rows, problems);
    }
  }

  private Work work(String name, Path model, int solutions) throws IOException {
    List<TokenRow> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<BenchRow> lengths = options.lengths(options.rows(ROWS));
    for (int i = 0; i < lengths.size(); i++) {
      int group = i / solutions;
      BenchRow row = new BenchRow(lengths.get(group * solutions).problem(), lengths.get(i).steps());
      rows.add(row.tokens(options.vocabulary(), group, 1_000_000L + i));
      problems.add("problem " + group);
    }
    Path file = model.resolve("rows-%d.json".formatted(solutions));
    new ObjectMapper().writeValue(file.toFile(), Map.of("rows", asJson(rows)));
    return new Work(name, rows, problems, file);
  }

  /** The peer with the batch size that is fastest for it, by one run of each after a warm-up. */
  private String best(Path prm, Work work) {
    Map<String, Double> seconds = new HashMap<>();
    for (int batch : BATCHES) {
      String kind = "scoring-sorted-" + batch;
      try (BenchPeer peer = start(kind, prm, work)) {
        peer.run();
        double time = peer.run().path("seconds").asDouble();
        seconds.put(kind, time);
        spec.commandLine()
            .getErr()
            .println(String.format(Locale.ROOT, "looking for its best: %s %.3f s", kind, time));
      }
    }
    return Collections.min(seconds.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private BenchPeer start(String kind, Path prm, Work work) {
    return BenchPeer.start(
        options, kind, prm.toString(), work.file().toString(), Integer.toString(options.threads()));
  }

  private SideBySide compare(String kind, Path prm, Work work, Supplier<double[][]> scoring) {
    try (BenchPeer peer = start(kind, prm, work)) {
      List<double[][]> scores = new ArrayList<>();
      List<JsonNode> answers = new ArrayList<>();
      DoubleSupplier ours =
          () -> {
            long begin = System.nanoTime();
            scores.add(scoring.get());
            return (System.nanoTime() - begin) / 1e9;
          };
      DoubleSupplier theirs =
          () -> {
            answers.add(peer.run());
            return answers.get(answers.size() - 1).path("seconds").asDouble();
          };
      SideBySide result =
          SideBySide.of(
              "%s %s, %d rows, %d threads"
                  .formatted(options.size(), work.name(), work.rows().size(), options.threads()),
              "transformers " + kind,
              new DoubleSupplier[] {ours, theirs},
              options.runs(),
              spec.commandLine().getErr()::println);
      check(scores.get(0), answers.get(0).path("result"));
      return Optional.ofNullable(TARGETS.get(options.size() + " " + kind.replaceAll("-\\d+$", "")))
          .map(result::aimingAt)
          .orElse(result);
    }
  }

  private static void check(double[][] ours, JsonNode theirs) {
    for (int row = 0; row < ours.length; row++) {
      for (int i = 0; i < ours[row].length; i++) {
        double difference = Math.abs(ours[row][i] - theirs.path(row).path(i).asDouble(Double.NaN));
        if (!(difference < 1e-4)) {
          throw new IllegalStateException(
              "row %d, step %d: %s here, %s there; a comparison of different work says nothing"
                  .formatted(row, i, ours[row][i], theirs.path(row).path(i)));
        }
      }
    }
  }

  static List<Map<String, int[]>> asJson(List<TokenRow> rows) {
    List<Map<String, int[]>> list = new ArrayList<>();
    for (TokenRow row : rows) {
      Map<String, int[]> json = new LinkedHashMap<>();
      json.put("input_ids", row.ids().toArray());
      json.put("step_positions", row.positions().toArray());
      list.add(json);
    }
    return list;
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
