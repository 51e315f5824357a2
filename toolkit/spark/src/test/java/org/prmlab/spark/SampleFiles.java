package org.prmlab.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.prmlab.cli.PrmLab;

/** Small files of solutions, labels and scores, and the command line that reads them. */
final class SampleFiles {
  static final String PRM = Path.of("../../datasets/random-prm").toAbsolutePath().toString();
  private static final ObjectMapper JSON = new ObjectMapper();

  final Path data;
  final Path rollouts;
  final Path judge;
  final Path predictions;
  final Path critics;
  final Path scores;

  private final SplittableRandom random = new SplittableRandom(5);

  private SampleFiles(Path folder) {
    data = folder.resolve("data.jsonl");
    rollouts = folder.resolve("mc.jsonl");
    judge = folder.resolve("judge.jsonl");
    predictions = folder.resolve("predictions.jsonl");
    critics = folder.resolve("critics.jsonl");
    scores = folder.resolve("scores.jsonl");
  }

  /** Solutions of one to five steps; the judge and the rollouts each lack some of them. */
  static SampleFiles write(Path folder, int solutions) throws IOException {
    SampleFiles files = new SampleFiles(folder);
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      lines.add(new ArrayList<>());
    }
    for (int i = 0; i < solutions; i++) {
      files.solution(i, lines);
    }
    Files.write(files.data, lines.get(0));
    Files.write(files.rollouts, lines.get(1));
    Files.write(files.judge, lines.get(2));
    Files.write(files.predictions, lines.get(3));
    Files.write(files.scores, lines.get(4));
    Files.write(files.critics, lines.get(5));
    return files;
  }

  private void solution(int i, List<List<String>> lines) {
    int steps = 1 + i % 5;
    ObjectNode record = JSON.createObjectNode();
    record
        .put("id", "s" + i)
        .put("generator", "g" + i % 3)
        .put("problem", "What is " + i / 2 + "?");
    for (int step = 0; step < steps; step++) {
      record.withArray("steps").add("step " + step + " of " + i + ": π " + "x".repeat(i % 17));
    }
    record.put("final_answer_correct", i % 2 == 0).put("label", random.nextInt(-1, steps));
    record.put("level", i % 4);
    lines.get(0).add(record.toString());
    if (i % 40 != 7) {
      lines.get(1).add(labeled(record, "mc", steps));
    }
    if (i % 50 != 9) {
      lines.get(2).add(labeled(record, "judge", steps));
    }
    ObjectNode row = JSON.createObjectNode().put("id", "s" + i);
    ObjectNode critic = row.deepCopy();
    for (int vote = 0; vote < 3; vote++) {
      critic.withArray("outputs").add("So \\boxed{" + random.nextInt(-1, steps) + "}.");
    }
    lines.get(5).add(critic.toString());
    lines
        .get(3)
        .add(row.deepCopy().put("prediction", random.nextInt(-1, Math.min(2, steps))).toString());
    for (int step = 0; step < steps; step++) {
      row.withArray("scores").add(random.nextDouble());
    }
    lines.get(4).add(row.toString());
  }

  private String labeled(ObjectNode record, String source, int steps) {
    ObjectNode labeled = record.deepCopy();
    ObjectNode entry = labeled.withArray("step_labels").addObject().put("source", source);
    ArrayNode values = entry.putArray("values");
    for (int step = 0; step < steps; step++) {
      if (source.equals("mc")) {
        values.addObject().put("correct", random.nextInt(9)).put("total", 8);
      } else {
        values.add(random.nextInt(4) > 0);
      }
    }
    return labeled.toString();
  }

  /** What a command prints; fails the test unless its exit code is 0. */
  static String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = execute(out, err, arguments);
    if (code != 0) {
      throw new AssertionError("exit code " + code + ": " + err);
    }
    return out.toString();
  }

  /** What a command that fails says. */
  static String failure(String... arguments) {
    StringWriter err = new StringWriter();
    int code = execute(new StringWriter(), err, arguments);
    if (code != 1) {
      throw new AssertionError("exit code " + code + ": " + err);
    }
    return err.toString();
  }

  private static int execute(StringWriter out, StringWriter err, String... arguments) {
    return PrmLab.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
