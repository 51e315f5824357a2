package org.prmlab.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.junit.jupiter.api.Test;

class MagicNamesTest {
  private static MagicNames names() {
    LineMagic<String, BaseKernel> line = (kernel, arguments) -> "";
    CellMagic<String, BaseKernel> cell = (kernel, arguments, body) -> "";
    return new MagicNames(
        new MagicsRegistry()
            .registerLineMagic("jars", line)
            .registerLineMagic("!", line)
            .registerCellMagic("html", cell));
  }

  @Test
  void theyAreListedAsTheyAreWritten() {
    assertEquals(List.of("jars", "time"), names().ofLines());
    assertTrue(names().list().contains("line magics: %jars, %time\ncell magics: %%html\n"));
  }

  @Test
  void anUnknownOneIsAnsweredWithWhatThereIs() {
    assertMessage("Undefined line magic 'x'; there are %jars, %time", "x", "line");
    assertMessage(
        "Undefined line magic 'html'; there is %%html, which begins a cell", "html", "line");
    assertMessage("Undefined cell magic 'x'; there are %%html", "x", "cell");
    assertMessage("Undefined cell magic 'jars'; there is %jars, within a line", "jars", "cell");
  }

  private static void assertMessage(String expected, String name, String kind) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> {
              if (kind.equals("line")) {
                names().requireLine(name);
              } else {
                names().requireCell(name);
              }
            });
    assertEquals(expected, error.getMessage());
  }
}
