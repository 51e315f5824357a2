package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.prmlab.data.Verdict;
import org.prmlab.report.View;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.Program.Instruction;
import org.prmlab.tabletop.program.ProgramCheck;
import org.prmlab.tabletop.program.ProgramOperation;
import org.prmlab.tabletop.program.ProgramTokens;
import org.prmlab.tabletop.program.Tier;

class TabletopNotationTest {
  private static final Program PROGRAM =
      new Program(
          Tier.T1,
          7,
          List.of(
              new Instruction(ProgramOperation.PLUS, 3, OptionalInt.empty()),
              new Instruction(ProgramOperation.MINUS, 4, OptionalInt.empty()),
              new Instruction(ProgramOperation.TIMES, 0, OptionalInt.of(0))));

  @Test
  void theCheckerFindsWhatThePictureSays() {
    assertEquals(
        "<bos> " + TabletopNotation.PROBLEM, ProgramTokens.text(ProgramTokens.problem(PROGRAM)));
    assertEquals(Verdict.allCorrect(), check(TabletopNotation.RIGHT).verdict());
    assertEquals(Verdict.errorAt(2), check(TabletopNotation.WRONG).verdict());
    assertEquals(8, PROGRAM.answer());
  }

  private static ProgramCheck check(List<String> steps) {
    String words = String.join(" <extra_0> ", steps) + " <extra_0>";
    int[] tokens =
        List.of(words.split(" ")).stream().mapToInt(ProgramTokens.words()::indexOf).toArray();
    return ProgramCheck.of(PROGRAM, tokens);
  }

  @Test
  void thePictureHasTheSameSteps() {
    View picture = TabletopNotation.picture();
    String svg = picture.svg().orElseThrow();
    for (String part : List.of("A + 3", "C * A", "C * A", "it * A", ">11<", ">8<")) {
      assertTrue(svg.contains(part), part);
    }
    for (String step : List.of(TabletopNotation.WRONG.get(2), TabletopNotation.RIGHT.get(2))) {
      assertTrue(picture.text().contains(step), picture.text());
    }
  }
}
