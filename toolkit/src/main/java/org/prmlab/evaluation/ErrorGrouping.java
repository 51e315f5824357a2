package org.prmlab.evaluation;

import java.util.function.Function;

/** The parts by which step errors are usually broken down; each names the part of a row. */
public enum ErrorGrouping implements Function<JudgedSolution, String> {
  /** The model that wrote the solution. */
  GENERATOR {
    @Override
    public String apply(JudgedSolution row) {
      return row.solution().generator();
    }
  },
  /** Where the first error is, steps counted from 1 as people read them. */
  ERROR_POSITION {
    @Override
    public String apply(JudgedSolution row) {
      return row.truth().earliestError().isEmpty()
          ? "no error"
          : "step " + (row.truth().earliestError().getAsInt() + 1);
    }
  },
  /** How many steps the solution has. */
  LENGTH {
    @Override
    public String apply(JudgedSolution row) {
      int steps = row.solution().steps().size();
      return steps == 1 ? "1 step" : steps + " steps";
    }
  }
}
