package org.prmlab.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.prmlab.cli.common.ReportFormat;
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
      "Step scores against transformers: one solution a call; batches of 8 in file order; and, for"
          + " several solutions a problem, sorted by length in batches of the size that is best for"
          + " it."
    })
public final class ScoringBench implements Callable<Integer> {
  /** Ratios aimed at, by size and peer. */
  private static final Map<String, Double> TARGETS =
      Map.of(
          "tabletop scoring-single", 3.0,
          "tabletop scoring-padded", 2.0,
          "half-billion scoring-single", 1.0,
          "half-billion scoring-padded", 1.4,
          "half-billion scoring-sorted", 1.2);

  private static final int ROWS = 200;
  private static final double EXACT = 1e-4; // largest difference of scores in float32
  private static final double ROUNDED = 0.1; // in 16 bits, where each side rounds in its own way

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
      names = "--budgets",
      split = ",",
      paramLabel = "N",
      description =
          "Tokens computed together here, at most; the fastest is taken (default: 4096, on a GPU"
              + " 4096,16384,65536).")
  private List<Integer> budgets = List.of();

  @Option(
      names = "--batches",
      split = ",",
      paramLabel = "N",
      description =
          "The peer's batch sizes for rows sorted by length; the fastest is taken (default:"
              + " 1,4,8,16, on a GPU 1,8,16,32,64).")
  private List<Integer> batches = List.of();

  @Option(
      names = "--against",
      paramLabel = "NAME",
      split = ",",
      description = "Of single, padded and sorted (several solutions a problem); default: all.")
  private Way[] against = Way.values();

  /** How the peer makes its batches; by name on the command line and in its script. */
  public enum Way {
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
    List<SideBySide> results = new ArrayList<>();
    try {
      Path prm = model.resolve("prm");
      for (Way way : against) {
        Work work =
            way == Way.SORTED
                ? work("Best-of-%d scoring".formatted(solutions), model, solutions)
                : work("scoring", model, 1);
        String kind = way == Way.SORTED ? bestPeer(prm, work) : way.kind();
        int budget = bestBudget(prm, work);
        try (TokenScorer scorer = load(prm, budget)) {
          results.add(compare(kind, prm, work, () -> work.run(scorer)));
        }
        format.printPart(results.get(results.size() - 1).toString());
      }
    } finally {
      delete(model);
    }
    format.printWhole(results);
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

  private TokenScorer load(Path prm, int budget) {
    PrmSettings settings =
        PrmSettings.withDefaults().withCompute(options.compute()).withTokensPerBatch(budget);
    return TokenScorer.load(prm, settings, LabelTokens.NONE);
  }

  private int bestBudget(Path prm, Work work) {
    List<Integer> usual = options.isOnGpu() ? List.of(4096, 16384, 65536) : List.of(4096);
    return new FastestOf(spec.commandLine().getErr())
        .find(
            "the toolkit, tokens together",
            budgets.isEmpty() ? usual : budgets,
            budget -> {
              try (TokenScorer scorer = load(prm, budget)) {
                work.run(scorer);
                long begin = System.nanoTime();
                work.run(scorer);
                return (System.nanoTime() - begin) / 1e9;
              }
            });
  }

  /** The peer's work with the batch size that is fastest for it. */
  private String bestPeer(Path prm, Work work) {
    List<Integer> usual = options.isOnGpu() ? List.of(1, 8, 16, 32, 64) : List.of(1, 4, 8, 16);
    int batch =
        new FastestOf(spec.commandLine().getErr())
            .find(
                "transformers, rows a batch",
                batches.isEmpty() ? usual : batches,
                size -> {
                  try (BenchPeer peer = options.peer("scoring-sorted-" + size, prm, work.file())) {
                    peer.run();
                    return peer.run().path("seconds").asDouble();
                  }
                });
    return "scoring-sorted-" + batch;
  }

  private SideBySide compare(String kind, Path prm, Work work, Supplier<double[][]> scoring) {
    try (BenchPeer peer = options.peer(kind, prm, work.file())) {
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
              "%s %s, %d rows, %s"
                  .formatted(options.size(), work.name(), work.rows().size(), options.place()),
              "transformers " + kind,
              new DoubleSupplier[] {ours, theirs},
              options.runs(),
              spec.commandLine().getErr()::println);
      check(scores.get(0), answers.get(0).path("result"), options.isFloat32() ? EXACT : ROUNDED);
      String target = options.size() + " " + kind.replaceAll("-\\d+$", "");
      return options.isOnGpu() || !options.isFloat32()
          ? result
          : Optional.ofNullable(TARGETS.get(target)).map(result::aimingAt).orElse(result);
    }
  }

  private static void check(double[][] ours, JsonNode theirs, double tolerance) {
    for (int row = 0; row < ours.length; row++) {
      for (int i = 0; i < ours[row].length; i++) {
        double difference = Math.abs(ours[row][i] - theirs.path(row).path(i).asDouble(Double.NaN));
        if (!(difference < tolerance)) {
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
