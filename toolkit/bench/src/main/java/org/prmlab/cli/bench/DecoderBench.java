package org.prmlab.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.prmlab.model.DecoderProgram;
import org.prmlab.model.Head;
import org.prmlab.model.Head.Bias;
import org.prmlab.model.Head.Layer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab bench decoder}: the decoder's program for a machine with a GPU and no Java. */
@Command(
    name = "decoder",
    description = {
      "Write the decoder's program, rows to score and a Python script, so that parity and speed can"
          + " be measured beside transformers where there is a GPU but no Java.",
      "There: python FOLDER/decoder_check.py --device cuda --dtype bfloat16. The script needs torch"
          + " and transformers; weights are random and made where it runs."
    })
final class DecoderBench implements Callable<Integer> {
  private static final String SCRIPT = "decoder_check.py";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shapes of published Qwen2.5 models, and a small one for a try. */
  enum Size {
    TABLETOP(128, 4, 4, 2, 384, 512),
    HALF_BILLION(896, 24, 14, 2, 4864, 151936),
    B1_5(1536, 28, 12, 2, 8960, 151936),
    B7(3584, 28, 28, 4, 18944, 152064);

    private final int[] shape;

    Size(int... shape) {
      this.shape = shape;
    }

    static Size of(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "tabletop" -> TABLETOP;
        case "half-billion" -> HALF_BILLION;
        case "1.5b" -> B1_5;
        case "7b" -> B7;
        default ->
            throw new IllegalArgumentException(
                "size '" + name + "'; expected tabletop, half-billion, 1.5b or 7b");
      };
    }

    private Map<String, Object> config() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("architectures", List.of("Qwen2ForProcessRewardModel"));
      json.put("model_type", "qwen2");
      json.put("hidden_act", "silu");
      json.put("hidden_size", shape[0]);
      json.put("num_hidden_layers", shape[1]);
      json.put("num_attention_heads", shape[2]);
      json.put("num_key_value_heads", shape[3]);
      json.put("intermediate_size", shape[4]);
      json.put("vocab_size", shape[5]);
      json.put("max_position_embeddings", 4096);
      json.put("rms_norm_eps", 1e-6);
      json.put("rope_theta", 10_000.0);
      json.put("tie_word_embeddings", false);
      return json;
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--size",
      defaultValue = "7b",
      paramLabel = "NAME",
      description = "tabletop, half-billion, 1.5b or 7b (default: ${DEFAULT-VALUE}).")
  private String size = "7b";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make.")
  @SuppressWarnings("NullAway.Init") // required
  private Path out;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "256",
      description = "Single solutions, with lengths like ProcessBench's (default: 256).")
  private int rows;

  @Option(
      names = "--problems",
      paramLabel = "N",
      defaultValue = "64",
      description = "Problems with eight solutions each (default: 64).")
  private int problems;

  @Override
  public Integer call() throws IOException {
    Size shape = Size.of(size);
    Files.createDirectories(out);
    JSON.writerWithDefaultPrettyPrinter()
        .writeValue(out.resolve("config.json").toFile(), shape.config());
    DecoderProgram.write(
        out, Head.of(new Layer("score.0", 0, Bias.PRESENT), new Layer("score.2", 2, Bias.PRESENT)));
    int vocabulary = shape.shape[5];
    JSON.writeValue(out.resolve("single.json").toFile(), rows(rows, 1, vocabulary));
    JSON.writeValue(out.resolve("best-of-8.json").toFile(), rows(problems, 8, vocabulary));
    try (InputStream script =
        Objects.requireNonNull(DecoderBench.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.copy(script, out.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
    }
    PrintWriter printer = spec.commandLine().getOut();
    printer.println("python %s --device cuda --dtype bfloat16".formatted(out.resolve(SCRIPT)));
    return 0;
  }

  /**
   * Problems of 50 to 149 tokens, solutions of 3 to 11 steps of 30 to 129, read at each step's last
   * one.
   */
  private static List<Map<String, Object>> rows(int problems, int solutions, int vocabulary) {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, problems)
        .boxed()
        .flatMap(
            problem -> {
              int length = random.nextInt(50, 150);
              return IntStream.range(0, solutions)
                  .mapToObj(
                      solution -> {
                        int count = random.nextInt(3, 12);
                        List<Integer> steps =
                            IntStream.generate(() -> random.nextInt(30, 130))
                                .limit(count)
                                .boxed()
                                .toList();
                        var row =
                            new BenchRow(length, steps)
                                .tokens(vocabulary, problem, random.nextLong());
                        Map<String, Object> json = new LinkedHashMap<>();
                        json.put("group", problem);
                        json.put("shared", length);
                        json.put("input_ids", row.ids().toArray());
                        json.put("step_positions", row.positions().toArray());
                        return json;
                      });
            })
        .toList();
  }
}
