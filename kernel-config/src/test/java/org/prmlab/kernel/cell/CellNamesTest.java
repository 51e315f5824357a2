package org.prmlab.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNamesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "because \"REPL.$JShell$13.box\" is null | because \"box\" is null",
        "REPL.$JShell$12B$Box@1b2c | Box@1b2c",
        "class REPL.$JShell$11$A$Inner | class A$Inner",
        "REPL/$JShell$11$A | A",
        "REPL.$JShell$22$$Lambda$41/0x0000@5 | Lambda$41/0x0000@5",
        "the value of \"REPL.$JShell$12.f()\" | the value of \"f()\"",
        "no class REPL.$JShell$7 | no class cell",
        "a REPL.of one's own | a REPL.of one's own"
      })
  void namesOfJShellAreLeftOut(String printed, String shown) {
    assertEquals(shown, CellNames.clean(printed));
  }

  @Test
  void framesOfAPrintedStackTraceNameTheirCell() {
    String printed =
        """
        x.Error: m
        \tat cells//REPL.$JShell$12.half($JShell$12.java:7)
        \tat REPL.$JShell$13.lambda$do_it$$0($JShell$13.java:5)
        """;
    assertEquals(
        "x.Error: m\n\tat cell 3, line 7 in half\n\tat the cell\n",
        CellNames.clean(
            printed,
            frame ->
                frame.getMethodName().equals("half")
                    ? Optional.of("cell 3, line " + frame.getLineNumber() + " in half")
                    : Optional.empty()));
  }

  @Test
  void theStartOfANameWaitsForItsEnd() {
    assertEquals(4, CellNames.whole("box REPL.$JShell$1"));
    assertEquals(9, CellNames.whole("REPL. end"));
    assertEquals(3, CellNames.whole("box"));
  }
}
