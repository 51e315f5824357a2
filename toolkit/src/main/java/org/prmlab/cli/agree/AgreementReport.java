package org.prmlab.cli.agree;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.prmlab.cli.common.CoefficientJson;
import org.prmlab.data.Binarization;
import org.prmlab.data.NameColumn;
import org.prmlab.evaluation.Agreement;
import org.prmlab.evaluation.Confusion;
import org.prmlab.evaluation.PairColumns;
import org.prmlab.evaluation.StepAgreement;
import org.prmlab.stats.Bootstrap;
import org.prmlab.stats.Estimate;

/**
 * What {@code agree} reports; rates in percent, coefficients in their own unit.
 *
 * @param solutions that both sides have, open ones included
 * @param open of these, with an open verdict on either side: a prediction that is null or could not
 *     be read, or a step without a label before the first error; no rate counts them
 */
public record AgreementReport(
    String first,
    String second,
    int solutions,
    int open,
    Steps steps,
    Confusion firstErrors,
    Optional<Estimate> consensus,
    Map<String, Integer> disagreements,
    Map<String, Steps> byPosition,
    Map<String, Part> byField,
    List<Kept> retention,
    Bootstrap intervals) {

  record Steps(
      long items,
      Optional<Estimate> agreement,
      @JsonSerialize(using = CoefficientJson.class) Optional<Estimate> kappa,
      @JsonSerialize(using = CoefficientJson.class) Optional<Estimate> alpha,
      List<List<Long>> confusion) {
    static Steps of(StepAgreement steps) {
      return new Steps(
          steps.confusion().total(),
          steps.agreementIfDefined(),
          steps.kappaIfDefined(),
          steps.alphaIfDefined(),
          steps.confusion().counts());
    }
  }

  record Part(int solutions, Steps steps, Optional<Estimate> consensus) {}

  record Kept(double threshold, Optional<Estimate> share) {}

  /** Makes reports with these settings. */
  public record Maker(String first, String second, Binarization rule, Bootstrap bootstrap) {

    /**
     * @param parts the part of each pair; empty for no parts
     */
    public AgreementReport make(PairColumns pairs, Optional<NameColumn> parts) {
      List<Double> eighths = IntStream.range(0, 8).mapToObj(i -> i / 8.0).toList();
      NameColumn none = new NameColumn.Builder().build();
      Agreement.Survey survey =
          Agreement.Survey.of(
              pairs,
              parts.orElse(none),
              pairs.hasRates() ? eighths : List.of(),
              new Agreement.Asked(rule, bootstrap));
      Agreement all = survey.all();
      Map<String, Integer> kinds = new LinkedHashMap<>();
      all.disagreements().forEach((k, n) -> kinds.put(k.name().toLowerCase(Locale.ROOT), n));
      Map<String, Steps> positions = new LinkedHashMap<>();
      survey.byPosition().forEach((i, a) -> positions.put("step " + (i + 1), Steps.of(a)));
      return new AgreementReport(
          first,
          second,
          pairs.size(),
          all.open(),
          Steps.of(all.steps()),
          all.verdicts(),
          all.consensusIfDefined(),
          kinds,
          positions,
          parts.map(p -> byField(p, survey.byPart())).orElse(Map.of()),
          survey.retention().stream().map(r -> new Kept(r.threshold(), r.keptIfDefined())).toList(),
          bootstrap);
    }

    private static Map<String, Part> byField(NameColumn parts, List<Agreement> measured) {
      Map<String, Part> named = new LinkedHashMap<>();
      for (int part = 0; part < measured.size(); part++) {
        Agreement a = measured.get(part);
        named.put(
            parts.names().get(part),
            new Part(a.solutions(), Steps.of(a.steps()), a.consensusIfDefined()));
      }
      return named;
    }
  }
}
