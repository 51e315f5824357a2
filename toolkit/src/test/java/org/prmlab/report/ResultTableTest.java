package org.prmlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.notebook.Views;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ResultTableTest {
  private static final ResultTable TABLE =
      ResultTable.withColumns("PRM", "F1").row("a <b>", 61.23).row("c", "5.0 [4.0, 6.0]");

  @Test
  void alignsTextLeftAndNumbersRight() {
    assertEquals(
        """
        PRM                F1
        -----  --------------
        a <b>            61.2
        c      5.0 [4.0, 6.0]""",
        TABLE.toString());
  }

  @Test
  void escapesHtml() {
    assertTrue(TABLE.toHtml().contains("<td style=\"text-align:left\">a &lt;b&gt;</td>"));
    assertTrue(TABLE.toHtml().contains("<td>61.2</td>"));
  }

  @Test
  void aNumberAndItsIntervalStayOnOneLine() {
    assertTrue(TABLE.toHtml().contains("<td>5.0\u00a0[4.0,\u00a06.0]</td>"));
    assertFalse(TABLE.toString().contains("\u00a0"));
  }

  @Test
  void aPageShowsTenRowsAsTextAndSaysSo() {
    ResultTable table = ResultTable.withColumns("n").withCaption("numbers");
    for (int i = 0; i < 12; i++) {
      table = table.row(i);
    }
    View view = Views.of(table).orElseThrow();
    assertTrue(view.text().startsWith("numbers (first 10 of 12 rows)"));
    assertFalse(view.text().contains("11"));
    assertTrue(view.html().orElseThrow().contains("<td>11</td>"));
  }

  @Test
  void aPageHasFortyRowsWithoutAScrollBoxAndSaysHowToSeeMore() {
    ResultTable table = ResultTable.withColumns("n");
    for (int i = 1; i <= 40; i++) {
      table = table.row(i);
    }
    String whole = table.view().html().orElseThrow();
    assertTrue(whole.contains("<td>40</td>"), whole);
    assertFalse(whole.contains("more rows"), whole);
    assertFalse(whole.contains("overflow"), whole);
    String cut = table.row(41).row(42).view().html().orElseThrow();
    assertFalse(cut.contains("<td>41</td>"), cut);
    assertTrue(cut.contains("first 40 of 42 rows"), cut);
    assertTrue(cut.contains("2 more rows; System.out.println(table) prints them all."), cut);
  }

  @Test
  void rejectsARowOfAnotherLength() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> ResultTable.withColumns("a", "b").row("x"));
    assertEquals("row [x] has 1 cells; the table has 2 columns", error.getMessage());
  }

  @Test
  void anEmptyCellIsEmpty() {
    assertEquals(List.of("", "x"), ResultTable.withColumns("a", "b").row(null, "x").rows().get(0));
  }

  @Test
  void showsATablesawTable() {
    Table table =
        Table.create(
            "scores", StringColumn.create("PRM", "a", "b"), DoubleColumn.create("F1", 1.5, 2.5));
    View view = Views.of(table).orElseThrow();
    assertEquals("scores\nPRM   F1\n---  ---\na    1.5\nb    2.5", view.text());
    assertTrue(view.html().orElseThrow().contains("<td>2.5</td>"));
  }

  @Test
  void cutsALongTablesawTableWithANote() {
    double[] values = new double[25];
    View view = Views.of(Table.create("t", DoubleColumn.create("x", values))).orElseThrow();
    assertTrue(view.text().startsWith("t (first 10 of 25 rows)"), view.text());
  }
}
