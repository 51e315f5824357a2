package org.prmlab.paper.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prmlab.paper.Paper;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.PrintedTable;

/** Says for every printed number that also stands elsewhere what it measures. */
final class Quantities {
  static final String PROCESS_BENCH = "ProcessBench";
  static final String WRONG_PROCESS = "wrong process, right answer";
  private static final String MC_860K = "MC Estimation (our data)";
  private static final String JUDGE_860K = "LLM-as-a-judge (our data)";
  private static final String MC_HARD = "Qwen2.5-Math-7B-PRM-MC-hard";
  private static final String MC_SOFT = "Qwen2.5-Math-7B-PRM-MC-soft";
  private static final String MATH_SHEPHERD = "Qwen2.5-Math-7B-Math-Shepherd";
  private static final String PRM800K = "Qwen2.5-Math-7B-PRM800K";

  /** Other names that the paper gives the same trained model. */
  private static final Map<String, String> SAME_SYSTEM =
      Map.ofEntries(
          Map.entry("MC Estimation (Math-Shepherd)", MATH_SHEPHERD),
          Map.entry("Human Annotation (PRM800K)", PRM800K),
          Map.entry("MC Estimation", MC_860K),
          Map.entry("LLM-as-a-judge", JUDGE_860K),
          Map.entry("MC-hard 860k", MC_860K),
          Map.entry("MC-hard 3M", MC_HARD),
          Map.entry("MC-soft 3M", MC_SOFT),
          Map.entry("MC Math-Shepherd 440k", MATH_SHEPHERD),
          Map.entry("human PRM800K 264k", PRM800K),
          Map.entry("LLM-as-a-judge 860k", JUDGE_860K));

  private static final Map<Integer, String> SAMPLES =
      Map.of(
          1,
          "7B policy",
          3,
          "7B policy",
          6,
          "7B policy",
          11,
          "7B policy",
          13,
          "7B policy",
          9,
          "72B policy",
          12,
          "72B policy",
          14,
          "72B policy");

  private Quantities() {}

  static List<PrintedNumber> of(Paper paper) {
    List<PrintedNumber> numbers = new ArrayList<>();
    SAMPLES.keySet().stream().sorted().forEach(t -> bestOfN(paper, t, numbers));
    Stream.of(2, 4, 7).forEach(t -> everyCell(paper.table(t), PROCESS_BENCH, numbers));
    everyCell(paper.table(5), WRONG_PROCESS, numbers);
    figures(paper, numbers);
    return numbers;
  }

  private static void bestOfN(Paper paper, int table, List<PrintedNumber> numbers) {
    PrintedTable printed = paper.table(table);
    for (PrintedRow row : printed.rows()) {
      String scoring = row.text("scoring").orElse(row.plainName().contains("@") ? "-" : "product");
      String measure = bestOf8(SAMPLES.getOrDefault(table, ""), scoring);
      Derivation.averagedColumns(row).forEach(c -> numbers.add(number(printed, row, c, measure)));
      numbers.add(number(printed, row, Derivation.AVERAGE, measure));
    }
  }

  private static void everyCell(PrintedTable table, String measure, List<PrintedNumber> numbers) {
    for (PrintedRow row : table.rows()) {
      row.cells().keySet().stream()
          .filter(c -> !c.equals("#samples"))
          .forEach(c -> numbers.add(number(table, row, c, measure)));
    }
  }

  private static void figures(Paper paper, List<PrintedNumber> numbers) {
    for (PrintedRow row : paper.figure(1).rows()) {
      bon(paper.figure(1), row, "BoN Avg (left axis)", numbers);
      f1(paper.figure(1), row, "ProcessBench AvgF1 (right axis)", numbers);
    }
    for (PrintedRow row : paper.figure(2).rows()) {
      bon(paper.figure(2), row, "BoN Avg", numbers);
      f1(paper.figure(2), row, "ProcessBench AvgF1", numbers);
    }
    PrintedTable thresholds = paper.figure(5);
    PrintedRow zero = thresholds.row("0");
    numbers.add(numberOf(thresholds, zero, "BoN Avg", average7b("product", MC_HARD)));
    numbers.add(numberOf(thresholds, zero, "ProcessBench AvgF1", averageF1(MC_HARD)));
    for (PrintedRow row : paper.figure(7).rows()) {
      bon(paper.figure(7), row, "BoN Avg", numbers);
      String column = "accuracy on correct-answer wrong-process cases";
      Quantity quantity = new Quantity(WRONG_PROCESS, system(row), Derivation.AVERAGE);
      numbers.add(numberOf(paper.figure(7), row, column, quantity));
    }
    beforeFiltering(paper, numbers);
    for (PrintedRow row : paper.figure(9).rows()) {
      for (String scoring : row.cells().keySet()) {
        Quantity quantity = average7b(scoring, system(row));
        numbers.add(numberOf(paper.figure(9), row, scoring, quantity));
      }
    }
  }

  /** Figures 3 and 4 before filtering: the 3M models of Tables 1 and 2. */
  private static void beforeFiltering(Paper paper, List<PrintedNumber> numbers) {
    PrintedTable bon = paper.figure(3);
    PrintedRow bonRow = bon.row("before filtering");
    numbers.add(numberOf(bon, bonRow, "soft BoN Avg", average7b("product", MC_SOFT)));
    numbers.add(numberOf(bon, bonRow, "hard BoN Avg", average7b("product", MC_HARD)));
    PrintedTable f1 = paper.figure(4);
    PrintedRow f1Row = f1.row("before filtering");
    numbers.add(numberOf(f1, f1Row, "soft AvgF1", averageF1(MC_SOFT)));
    numbers.add(numberOf(f1, f1Row, "hard AvgF1", averageF1(MC_HARD)));
  }

  private static void bon(
      PrintedTable figure, PrintedRow row, String column, List<PrintedNumber> numbers) {
    numbers.add(numberOf(figure, row, column, average7b("product", system(row))));
  }

  private static void f1(
      PrintedTable figure, PrintedRow row, String column, List<PrintedNumber> numbers) {
    numbers.add(numberOf(figure, row, column, averageF1(system(row))));
  }

  private static Quantity average7b(String scoring, String system) {
    return new Quantity(bestOf8("7B policy", scoring), system, Derivation.AVERAGE);
  }

  private static Quantity averageF1(String system) {
    return new Quantity(PROCESS_BENCH, system, Derivation.AVERAGE_F1);
  }

  private static String bestOf8(String samples, String scoring) {
    return "Best-of-8, " + samples + ", " + scoring;
  }

  private static PrintedNumber number(
      PrintedTable table, PrintedRow row, String column, String measure) {
    return numberOf(table, row, column, new Quantity(measure, system(row), column));
  }

  private static PrintedNumber numberOf(
      PrintedTable table, PrintedRow row, String column, Quantity quantity) {
    return new PrintedNumber(table.name(), row, column, quantity);
  }

  private static String system(PrintedRow row) {
    return SAME_SYSTEM.getOrDefault(row.plainName(), row.plainName());
  }
}
