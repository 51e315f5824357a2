package org.prmlab.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prmlab.evaluation.StepErrors;
import org.prmlab.paper.BinomialNoise;
import org.prmlab.paper.PrintedRow;
import org.prmlab.paper.ProcessBenchSplit;
import org.prmlab.stats.Estimate;

/** A model's F1 on the splits of ProcessBench beside a printed row (the paper, Table 7). */
public final class ProcessBenchFigure {
  private ProcessBenchFigure() {}

  /**
   * The two rows, a place for each split. The interval of a printed F1 is the one that the number
   * of solutions in the split allows; the paper prints none.
   *
   * @param printed a row of Table 7
   * @param model name of the other model
   * @param errors of the other model, by {@link ProcessBenchSplit#spelling} or by the name of other
   *     data, which gets a place of its own; data without an F1 stay empty
   */
  public static Figure beside(PrintedRow printed, String model, Map<String, StepErrors> errors) {
    Map<String, Estimate> f1 = new LinkedHashMap<>();
    errors.forEach((name, e) -> e.f1IfDefined().ifPresent(f -> f1.put(name, f)));
    List<ProcessBenchSplit> splits = Arrays.asList(ProcessBenchSplit.values());
    List<String> places = new ArrayList<>(splits.stream().map(s -> s.spelling()).toList());
    f1.keySet().stream().filter(name -> !places.contains(name)).forEach(places::add);
    List<Double> missing = places.stream().skip(splits.size()).map(p -> Double.NaN).toList();
    PlotSeries paper =
        PlotSeries.of(
                printed.name() + ", paper",
                joined(splits.stream().map(s -> printed.value(s.f1Column())).toList(), missing))
            .withHalfWidths(
                joined(
                    splits.stream().map(s -> BinomialNoise.halfWidth(printed, s)).toList(),
                    missing));
    FigureData data =
        FigureData.ofAxes("", "F1 of the first error (%)", places)
            .with(paper)
            .with(measured(model + ", here", places, f1));
    String sizes =
        f1.keySet().stream()
            .map(name -> "%s %,d".formatted(name, solutions(errors, name)))
            .collect(Collectors.joining(", "));
    FigureText text =
        FigureText.of(
            "F1 of %s beside the paper's row of %s".formatted(model, printed.name()),
            "here: %s solutions; 95 %% intervals".formatted(sizes),
            "The intervals of printed numbers are those that the sizes of the splits allow; the"
                + " paper prints none.");
    return Figure.of(
        "processbench-beside-the-paper", text, ChartPanel.points(data, ValueAxis.RATE));
  }

  private static int solutions(Map<String, StepErrors> errors, String name) {
    return Optional.ofNullable(errors.get(name)).map(e -> e.errors() + e.corrects()).orElse(0);
  }

  private static PlotSeries measured(String name, List<String> places, Map<String, Estimate> f1) {
    return new PlotSeries(
        name,
        percent(places, f1, Estimate::value),
        percent(places, f1, Estimate::low),
        percent(places, f1, Estimate::high));
  }

  private static List<Double> percent(
      List<String> places, Map<String, Estimate> f1, ToDoubleFunction<Estimate> part) {
    return places.stream()
        .map(p -> Optional.ofNullable(f1.get(p)))
        .map(i -> i.map(given -> 100 * part.applyAsDouble(given)).orElse(Double.NaN))
        .toList();
  }

  private static List<Double> joined(List<Double> first, List<Double> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
