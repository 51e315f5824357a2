package org.prmlab.notebook;

import java.util.List;
import java.util.Optional;
import org.prmlab.data.StepScores;
import org.prmlab.model.weights.ArrayPreview;
import org.prmlab.plot.Figure;
import org.prmlab.plot.Pictures;
import org.prmlab.report.Html;
import org.prmlab.report.ResultTable;
import org.prmlab.report.TableRow;
import org.prmlab.report.Tabular;
import org.prmlab.report.View;
import tech.tablesaw.api.Table;

/**
 * The one question every kernel asks the toolkit: how does this object look on a page?
 *
 * <p>A kernel that knows only this method (by reflection, so that neither side depends on the
 * other) shows everything the toolkit and its chart and table libraries make.
 */
public final class Views {
  /** Pixels for each point of a chart in a page: sharp enough, in a third of the bytes of twice. */
  private static final double SCALE = 1.25;

  private Views() {}

  /** The view of {@code object}; empty if the toolkit has nothing better than its text. */
  public static Optional<View> of(Object object) {
    if (object instanceof View view) {
      return Optional.of(view);
    }
    if (object instanceof Tabular result) {
      return Optional.of(result.view());
    }
    if (object instanceof Figure figure) {
      return Optional.of(View.ofText(figure.toString()).withPng(figure.png(SCALE)));
    }
    if (object instanceof Predict question) {
      return Optional.of(question.view());
    }
    if (object instanceof StepView steps) {
      return Optional.of(steps.view());
    }
    if (object instanceof Disagreements disagreements) {
      return Optional.of(disagreements.view());
    }
    if (object instanceof StepScores scores) {
      return Optional.of(StepView.of(scores).view());
    }
    if (object instanceof List<?> list && !list.isEmpty()) {
      return ofList(list);
    }
    return ofLibrary(object);
  }

  private static Optional<View> ofList(List<?> list) {
    List<StepScores> scores = only(StepScores.class, list);
    if (scores.size() == list.size()) {
      return Optional.of(ScoreTables.of(scores).view());
    }
    List<TableRow> rows = only(TableRow.class, list);
    boolean alike = rows.stream().map(TableRow::columns).distinct().count() == 1;
    return rows.size() == list.size() && alike
        ? Optional.of(ResultTable.ofRows(rows).view())
        : Optional.empty();
  }

  private static <T> List<T> only(Class<T> type, List<?> list) {
    return list.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Optional<View> ofLibrary(Object object) {
    if (object instanceof Table table) {
      return Optional.of(DataTables.of(table).view());
    }
    Optional<View> picture = Pictures.ofChart(object, SCALE).map(Views::ofPicture);
    return picture.isPresent() ? picture : ArrayPreview.of(object).map(Views::ofArray);
  }

  private static View ofArray(ArrayPreview array) {
    String values =
        array.values().isEmpty() ? "" : "<pre>" + Html.escape(array.values()) + "</pre>";
    return View.ofText(array.toString())
        .withHtml("<div><b>" + Html.escape(array.heading()) + "</b>" + values + "</div>");
  }

  /** A chart's own text is its address in memory, which changes from run to run. */
  private static View ofPicture(Pictures.Titled chart) {
    String text = chart.title().isBlank() ? "chart" : "chart: " + chart.title();
    return View.ofText(text).withPng(chart.png());
  }
}
