package org.prmlab.cli.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.CommandRun;
import org.prmlab.cli.EvaluateRun;

/** How the commands read files that no reader knows, or of which a part is bad. */
class ReadingOptionsTest {
  private static final String ROW =
      """
      {"pid": "%s", "q": "Add %s.", "gold": 2, "out": "1 + 1\\nis \\\\boxed{%d}", "p": [0.5, %s]}
      """;

  private static final String PREDICTIONS =
      """
      {"id": "a", "prediction": %d}
      {"id": "b", "prediction": 1}
      {"id": "c", "prediction": -1}
      {"id": "d", "prediction": -1}
      """;

  @TempDir private Path folder;
  private EvaluateRun evaluate;

  @BeforeEach
  void inAFolder() {
    evaluate = new EvaluateRun(folder);
  }

  @Test
  void aSampleARowIsRankedByAMap() throws IOException {
    String data =
        evaluate.file(
            "rows.jsonl", ROW.formatted("x", "x", 3, "0.1") + ROW.formatted("x", "x", 2, "0.9"));
    String[] command = {
      "best-of-n",
      "--data",
      data,
      "--steps-by",
      "lines",
      "--map",
      "problem_id=pid,problem=q,response=out,answer=gold,scores=p",
      "--aggregation",
      "min"
    };
    JsonNode report = evaluate.json(command);
    assertEquals(1, report.get("problems").asInt());
    JsonNode best = report.get("prm").get(0).get("best");
    assertEquals(100, EvaluateRun.value(best.get(1).get("accuracy")));
    command[4] = "paragraphs";
    assertEquals(1, evaluate.run(command));
    assertTrue(
        evaluate.err.toString().contains("p has 2 scores for 1 steps (paragraphs)"),
        evaluate.err.toString());
    assertTrue(
        evaluate.err.toString().endsWith(" (--steps-by lines, paragraphs or TEXT)\n"),
        evaluate.err.toString());
  }

  @Test
  void anUnknownLayoutIsAnsweredWithTheOptionThatMayFit() throws IOException {
    String data = evaluate.file("in.jsonl", "{\"question\": \"Add.\", \"process\": \"1\"}");
    assertEquals(1, evaluate.run("best-of-n", "--data", data));
    assertTrue(
        evaluate
            .err
            .toString()
            .endsWith(
                "; map its fields, such as problem=question,steps=process, or name its format"
                    + " (--map NAME=FIELD, --steps-by TEXT, --from FORMAT; see docs/records.md)\n"),
        evaluate.err.toString());
  }

  @Test
  void badRecordsAreSetAsideByEveryEvaluation() throws IOException {
    String data = evaluate.file("in.jsonl", "{\"id\": NaN}\n" + EvaluateRun.DATA + "{\"id\": 4}\n");
    String reject = folder.resolve("bad.jsonl").toString();
    String predictions = evaluate.file("p.jsonl", PREDICTIONS.formatted(0));
    assertEquals(
        0,
        evaluate.run(
            "step-errors",
            "--data",
            data,
            "--predictions",
            predictions,
            "--resamples",
            "100",
            "--reject",
            reject),
        evaluate.err.toString());
    assertTrue(evaluate.err.toString().contains("2 records set aside"), evaluate.err.toString());
    List<String> bad = Files.readAllLines(Path.of(reject));
    assertTrue(bad.get(0).contains("record has NaN in id"), bad.get(0));
    assertEquals(2, bad.size());
  }

  @Test
  void aFileWithoutAGoodRecordIsSetAsideAndRefused() throws IOException {
    String data = evaluate.file("in.jsonl", "{\"id\": NaN}\n");
    Path reject = folder.resolve("bad.jsonl");
    assertEquals(1, evaluate.run("best-of-n", "--data", data, "--reject", reject.toString()));
    assertEquals(1, Files.readAllLines(reject).size());
  }

  @Test
  void aPredictionBeyondTheStepsIsRefused() throws IOException {
    String predictions = evaluate.file("p.jsonl", PREDICTIONS.formatted(2));
    assertEquals(
        1, evaluate.run("step-errors", "--data", evaluate.data(), "--predictions", predictions));
    assertEquals(
        "error: "
            + predictions
            + ": prediction of id 'a' is step 2, but the solution has 2; steps are counted from"
            + " 0\n",
        evaluate.err.toString());
  }

  @Test
  void whatMustBeKnownOfTheRecordsIsSaidOnce() throws IOException {
    String data = evaluate.file("in.jsonl", EvaluateRun.DATA.replace("A?", "\\frac{1}{2}?"));
    String scores = evaluate.scores();
    assertEquals(
        0,
        evaluate.run("calibration", "--data", data, "--scores", scores, "--resamples", "100"),
        evaluate.err.toString());
    assertTrue(
        evaluate.err.toString().startsWith("note: " + data + ": 1 record has control characters"),
        evaluate.err.toString());
  }

  @Test
  void contradictingOptionsAreRefused() throws IOException {
    String[] command = {
      "best-of-n", "--data", evaluate.data(), "--from", "trl", "--map", "problem=q,steps=s"
    };
    assertEquals(1, evaluate.run(command));
    assertEquals(
        "error: --from and --map both say what is read; give one\n", evaluate.err.toString());
  }

  @Test
  void doubleIdsOfPrmBenchAreMatchedInOrder() throws IOException {
    String item =
        """
        {"idx": "x", "modified_question": "%s?", "modified_process": ["1", "2"], "error_steps": [%d], "classification": "c"}
        """;
    String result = "{\"idx\": \"x\", \"scores\": {\"step_level_validity_labels\": [%s]}}\n";
    JsonNode report =
        evaluate.json(
            "prmbench",
            "--data",
            evaluate.file("d.jsonl", item.formatted("A", 1) + item.formatted("B", 2)),
            "--results",
            evaluate.file(
                "r.jsonl", result.formatted("false, true") + result.formatted("true, true")));
    JsonNode steps = report.get("all").get("steps");
    assertEquals(2, steps.get("true_positives").asInt());
    assertEquals(1, steps.get("false_positives").asInt());
    assertEquals(1, steps.get("true_negatives").asInt());
    assertEquals(0, steps.get("false_negatives").asInt());
    assertTrue(
        evaluate.err.toString().contains("1 ids come more than once (x); all are kept"),
        evaluate.err.toString());
  }

  @Test
  void agreementIsMeasuredOfAnyLayoutWithoutItsBadRecords() throws IOException {
    String row =
        """
        {"uid": "%s", "q": "Add %s.", "s": ["1", "2"], "l": [1, %d]}
        """;
    Path data =
        Files.writeString(
            folder.resolve("a.jsonl"),
            row.formatted("a", "a", 0) + "{\"uid\": NaN}\n" + row.formatted("b", "b", 1));
    Path predictions =
        Files.writeString(
            folder.resolve("p.jsonl"),
            "{\"id\": \"a\", \"prediction\": 1}\n{\"id\": \"b\", \"prediction\": -1}\n");
    CommandRun cli = new CommandRun();
    String[] command = {
      "agree",
      data.toString(),
      predictions.toString(),
      "--map",
      "id=uid,problem=q,steps=s,label=l",
      "--resamples",
      "100",
      "--reject",
      folder.resolve("bad.jsonl").toString()
    };
    assertEquals(0, cli.run(List.of(command)), cli.err.toString());
    assertEquals(1, Files.readAllLines(folder.resolve("bad.jsonl")).size());
    assertTrue(cli.err.toString().contains("1 records set aside"), cli.err.toString());
  }
}
