package org.prmlab.paper;

/**
 * The four splits of ProcessBench: solutions with and without an erroneous step, and those whose
 * final answer is right although a step is wrong (arXiv 2412.06559, Table 1; our paper, Table 5).
 */
public enum ProcessBenchSplit {
  GSM8K("gsm8k", "GSM8K", "GSM8K (7)", new int[] {207, 193, 7}),
  MATH("math", "MATH", "MATH (94)", new int[] {594, 406, 94}),
  OLYMPIAD_BENCH("olympiadbench", "Olym", "Olympiad (161)", new int[] {661, 339, 161}),
  OMNI_MATH("omnimath", "Omni", "Omni-MATH (259)", new int[] {759, 241, 259});

  private final String spelling;
  private final String column;
  private final String wrongProcessColumn;
  private final int[] sizes;

  ProcessBenchSplit(String spelling, String column, String wrongProcessColumn, int[] sizes) {
    this.spelling = spelling;
    this.column = column;
    this.wrongProcessColumn = wrongProcessColumn;
    this.sizes = sizes;
  }

  /** Its name in the published data set, and so the name of its file without {@code .json}. */
  public String spelling() {
    return spelling;
  }

  /** Column of its accuracy on erroneous solutions. */
  public String errorColumn() {
    return column + " err";
  }

  /** Column of its accuracy on correct solutions. */
  public String correctColumn() {
    return column + " cor";
  }

  /** Column of the harmonic mean of the two. */
  public String f1Column() {
    return column + " F1";
  }

  /** Column of Table 5. */
  public String wrongProcessColumn() {
    return wrongProcessColumn;
  }

  /** Solutions with an erroneous step. */
  public int errorRows() {
    return sizes[0];
  }

  /** Solutions whose every step is right. */
  public int correctRows() {
    return sizes[1];
  }

  /** Erroneous solutions whose final answer is right all the same. */
  public int wrongProcessRows() {
    return sizes[2];
  }
}
