package org.prmlab.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.ColumnRequest;
import org.prmlab.data.LabelColumn;
import org.prmlab.data.SolutionColumns;
import org.prmlab.data.StepLabel;
import org.prmlab.data.StepLabels;

class RecordCopiesTest {
  private static final String RECORD =
      "{\"id\":\"%s\",\"generator\":\"\",\"problem\":\"p\",\"steps\":[\"é\",\"]\"],"
          + "\"step_labels\":[{\"source\":\"mc\",\"values\":[true,0.5]}%s],\"x\":[1]}\n";

  @TempDir Path folder;

  private RecordCopies copies(Path in) {
    LabelColumn.Builder judge = new LabelColumn.Builder();
    judge.add(new StepLabels("j", List.of(StepLabel.monteCarlo(3, 8), StepLabel.Rating.NEGATIVE)));
    judge.add(new StepLabels("j", List.of(StepLabel.soft(0.25), StepLabel.Unlabeled.UNLABELED)));
    SolutionColumns columns =
        ColumnReader.of(ColumnRequest.withDefaults().withSource("mc")).read(in);
    return new RecordCopies(
        in, new PrmlabRecord(), columns, new AddedLabels("j", judge.build(), new int[] {0, -1, 2}));
  }

  @Test
  void linesAreCopiedWithTheirNewLabels() throws IOException {
    Path in = folder.resolve("in.jsonl");
    Files.writeString(
        in,
        RECORD.formatted("a", "") + "\n" + RECORD.formatted("b", "") + RECORD.formatted("c", ""));
    Path kept = folder.resolve("kept.jsonl");
    Path rest = folder.resolve("rest.jsonl");
    copies(in).write(List.of(kept, rest), new int[] {0, 1, 0});
    String first = ",{\"source\":\"j\",\"values\":[{\"correct\":3,\"total\":8},{\"rating\":-1}]}";
    String last = ",{\"source\":\"j\",\"values\":[0.25,null]}";
    assertEquals(
        RECORD.formatted("a", first) + RECORD.formatted("c", last), Files.readString(kept));
    assertEquals(RECORD.formatted("b", ""), Files.readString(rest));
    Path array = folder.resolve("kept.json");
    copies(in).write(List.of(array), new int[] {0, -1, 0});
    assertEquals(Formats.read(kept).solutions(), Formats.read(array).solutions());
  }

  @Test
  void aFileThatChangedMeanwhileIsRefused() throws IOException {
    Path in = folder.resolve("in.jsonl");
    Files.writeString(
        in, RECORD.formatted("a", "") + RECORD.formatted("b", "") + RECORD.formatted("c", ""));
    RecordCopies copies = copies(in);
    Files.writeString(in, RECORD.formatted("a", "") + RECORD.formatted("b", ""));
    Path out = folder.resolve("out.jsonl");
    assertEquals(
        in + ": has changed while it was read; let other programs finish, start again",
        assertThrows(FormatException.class, () -> copies.write(List.of(out), new int[] {0, 0, 0}))
            .getMessage());
    assertFalse(Files.exists(out));
    assertFalse(Files.exists(folder.resolve("out.jsonl.part")));
  }
}
