package org.prmlab.paper;

import java.util.Arrays;
import java.util.Optional;

/**
 * The benchmarks of the paper's Best-of-N tables and how many problems each has. Sizes of the
 * Chinese benchmarks of Tables 15 and 16 are not stated there and not listed here.
 */
public enum Benchmark {
  GSM8K("GSM8K", 1319),
  MATH("MATH", 5000),
  MINERVA("Minerva", 272),
  GAOKAO_2023_EN("GaoKao23En", 385),
  OLYMPIAD_BENCH("Olympiad", 675),
  COLLEGE_MATH("CollegeMath", 2818),
  MMLU_STEM("MMLU-STEM", 3018),
  MATH_500("MATH500", 500),
  AIME_24("AIME24", 30),
  AMC_23("AMC23", 40);

  private final String column;
  private final int problems;

  Benchmark(String column, int problems) {
    this.column = column;
    this.problems = problems;
  }

  /** The title of its column in the printed tables. */
  public String column() {
    return column;
  }

  /** How many problems it has. */
  public int problems() {
    return problems;
  }

  /** The benchmark of a column; empty for a column that is none of these. */
  public static Optional<Benchmark> ofColumn(String column) {
    return Arrays.stream(values()).filter(b -> b.column.equals(column)).findFirst();
  }
}
