package org.prmlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
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
      "Step scores on the CPU in float32, against transformers: one solution a call, batches of 8 in"
          + " file order; with --solutions, against batches of 8 sorted by length."
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

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final BenchOptions options = new BenchOptions();
  @Mixin private final ReportFormat format = new ReportFormat();

  @Option(
      names = "--solutions",
      defaultValue = "1",
      description = "Solutions a problem, which share its beginning (default: 1).")
  private int solutions = 1;

  @Option(
      names = "--max-tokens-per-batch",
      defaultValue = "4096",
      description = "Most tokens computed together here (default: 4096).")
  private int tokensPerBatch = 4096;

  @Override
  public Integer call() throws IOException {
    options.applyThreads();
    Path model = options.makeModel();
    List<TokenRow> rows = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<BenchRow> lengths = options.lengths();
    for (int i = 0; i < lengths.size(); i++) {
      int group = i / solutions;
      BenchRow row = new BenchRow(lengths.get(group * solutions).problem(), lengths.get(i).steps());
      rows.add(row.tokens(options.vocabulary(), group, 1_000_000L + i));
      groups.add("problem " + group);
    }
    Path file = model.resolve("rows.json");
    new ObjectMapper().writeValue(file.toFile(), Map.of("rows", asJson(rows)));
    List<SideBySide> results = new ArrayList<>();
    List<String> peers =
        solutions > 1 ? List.of("scoring-sorted") : List.of("scoring-single", "scoring-padded");
    PrmSettings settings =
        PrmSettings.withDefaults()
            .withCompute(
                ComputeSettings.withDefaults().withDevice("cpu").withPrecision(Precision.FLOAT32))
            .withTokensPerBatch(tokensPerBatch);
    try (TokenScorer scorer = TokenScorer.load(model.resolve("prm"), settings, LabelTokens.NONE)) {
      for (String peer : peers) {
        results.add(compare(peer, model, file, () -> scorer.score(rows, groups)));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    format.print(
        out, results, String.join("\n", results.stream().map(SideBySide::toString).toList()));
    delete(model);
    return 0;
  }

  /** Some scores. */
  private interface Scoring {
    double[][] run();
  }

  private SideBySide compare(String kind, Path model, Path file, Scoring scoring) {
    String threads = Integer.toString(options.threads());
    try (BenchPeer peer =
        BenchPeer.start(options, kind, model.resolve("prm").toString(), file.toString(), threads)) {
      List<double[][]> scores = new ArrayList<>();
      List<JsonNode> answers = new ArrayList<>();
      DoubleSupplier ours =
          () -> {
            long begin = System.nanoTime();
            scores.add(scoring.run());
            return (System.nanoTime() - begin) / 1e9;
          };
      DoubleSupplier theirs =
          () -> {
            answers.add(peer.run());
            return answers.get(answers.size() - 1).path("seconds").asDouble();
          };
      SideBySide result =
          SideBySide.of(
              "%s scoring, %d rows, %d threads"
                  .formatted(options.size(), options.rows(), options.threads()),
              "transformers " + kind,
              new DoubleSupplier[] {ours, theirs},
              options.runs());
      check(scores.get(0), answers.get(0).path("result"));
      return Optional.ofNullable(TARGETS.get(options.size() + " " + kind))
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
