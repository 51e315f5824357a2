package org.prmlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prmlab.data.Binarization;
import org.prmlab.data.StepLabel;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.Bootstrap;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.LabelPair;
import org.prmlab.evaluation.Retention;
import org.prmlab.evaluation.StepAgreement;

/**
 * What {@code agree} reports; rates in percent, coefficients in their own unit.
 *
 * @param solutions that both sides have, open ones included
 * @param open of these, with an open verdict on either side: a prediction that is null or could not
 *     be read, or a step without a label before the first error; no rate counts them
 */
record AgreementReport(
    String first,
    String second,
    int solutions,
    int open,
    Steps steps,
    Confusion firstErrors,
    @Nullable EstimateJson consensus,
    Map<String, Integer> disagreements,
    Map<String, Steps> byPosition,
    Map<String, Part> byField,
    List<Kept> retention,
    Bootstrap intervals) {

  record Steps(
      long items,
      @Nullable EstimateJson agreement,
      @Nullable EstimateJson kappa,
      @Nullable EstimateJson alpha,
      List<List<Long>> confusion) {
    static Steps of(StepAgreement steps) {
      return new Steps(
          steps.confusion().total(),
          EstimateJson.percent(steps.agreement()),
          EstimateJson.plain(steps.kappa()),
          EstimateJson.plain(steps.alpha()),
          steps.confusion().counts());
    }
  }

  record Part(int solutions, Steps steps, @Nullable EstimateJson consensus) {}

  record Kept(double threshold, @Nullable EstimateJson share) {}

  /** Makes reports with these settings. */
  record Maker(String first, String second, Binarization rule, Bootstrap bootstrap) {

    /**
     * @param parts the part of each solution, by id; empty for no parts
     */
    AgreementReport make(List<LabelPair> pairs, List<Map.Entry<String, String>> parts) {
      Agreement all = Agreement.of(pairs, rule, bootstrap);
      Map<String, Integer> kinds = new LinkedHashMap<>();
      all.disagreements().forEach((k, n) -> kinds.put(k.name().toLowerCase(Locale.ROOT), n));
      Map<String, Steps> positions = new LinkedHashMap<>();
      Agreement.byPosition(pairs, rule, bootstrap)
          .forEach((step, a) -> positions.put("step " + (step + 1), Steps.of(a)));
      return new AgreementReport(
          first,
          second,
          pairs.size(),
          all.open(),
          Steps.of(all.steps()),
          all.verdicts(),
          EstimateJson.percent(all.consensus()),
          kinds,
          positions,
          byField(pairs, parts),
          hasRates(pairs) ? retention(pairs) : List.of(),
          bootstrap);
    }

    private Map<String, Part> byField(
        List<LabelPair> pairs, List<Map.Entry<String, String>> parts) {
      Map<String, String> partOf = new LinkedHashMap<>();
      parts.forEach(p -> partOf.put(p.getKey(), p.getValue()));
      Map<String, Part> measured = new LinkedHashMap<>();
      if (!partOf.isEmpty()) {
        Agreement.split(p -> partOf.getOrDefault(p.solution().id(), ""), pairs)
            .forEach((name, part) -> measured.put(name, part(part)));
      }
      return measured;
    }

    private Part part(List<LabelPair> pairs) {
      Agreement a = Agreement.of(pairs, rule, bootstrap);
      return new Part(pairs.size(), Steps.of(a.steps()), EstimateJson.percent(a.consensus()));
    }

    private List<Kept> retention(List<LabelPair> pairs) {
      List<Double> eighths = IntStream.range(0, 8).mapToObj(i -> i / 8.0).toList();
      return Retention.curve(eighths, pairs, rule, bootstrap).stream()
          .map(r -> new Kept(r.threshold(), EstimateJson.percent(r.kept())))
          .toList();
    }

    /** Whether a threshold makes a difference: some label is a rate. */
    private static boolean hasRates(List<LabelPair> pairs) {
      return pairs.stream()
          .flatMap(p -> IntStream.range(0, 2).mapToObj(i -> i == 0 ? p.first() : p.second()))
          .flatMap(l -> l.values().stream())
          .anyMatch(l -> l instanceof StepLabel.MonteCarlo || l instanceof StepLabel.Soft);
    }
  }
}
