package org.prmlab.cli.common;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Optional;
import org.prmlab.evaluation.CorrectAnswerWrongProcess;
import org.prmlab.evaluation.JudgedItems;
import org.prmlab.evaluation.MinScoreAtFinalStep;
import org.prmlab.evaluation.PrmBenchScore;
import org.prmlab.evaluation.ReliabilityBin;
import org.prmlab.evaluation.bestofn.SampleChoice;
import org.prmlab.stats.Estimate;

/** Results as JSON: keys in snake_case, rates in percent, null for what is undefined. */
final class ResultJson {
  private ResultJson() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(new Keys())
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .addModule(
            new SimpleModule()
                .addSerializer(Estimate.class, new EstimateJson())
                .addSerializer(Optional.class, new OptionalJson()))
        .addMixIn(JudgedItems.class, Left.class)
        .addMixIn(SampleChoice.class, Left.class)
        .addMixIn(CorrectAnswerWrongProcess.class, FlawedKeys.class)
        .addMixIn(MinScoreAtFinalStep.class, EndKeys.class)
        .addMixIn(PrmBenchScore.class, PrmBenchKeys.class)
        .addMixIn(ReliabilityBin.class, BinKeys.class)
        .build();
  }

  /** {@code f1IfDefined} is {@code f1}. */
  private static final class Keys extends PropertyNamingStrategies.SnakeCaseStrategy {
    private static final long serialVersionUID = 1;

    @Override
    public String translate(String name) {
      return super.translate(name.replaceFirst("IfDefined$", ""));
    }
  }

  /** The value, or null. */
  @SuppressWarnings("rawtypes") // Jackson asks for the class
  private static final class OptionalJson extends JsonSerializer<Optional> {
    @Override
    public void serialize(Optional optional, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(((Optional<?>) optional).orElse(null), out);
    }
  }

  /** What is left out. */
  @JsonIgnoreType
  private interface Left {}

  private interface FlawedKeys {
    @JsonProperty("rows")
    int flawed();
  }

  private interface EndKeys {
    @JsonProperty("one_step_left_out")
    int oneStep();
  }

  private interface PrmBenchKeys {
    @JsonProperty("f1")
    Optional<Estimate> validF1();

    @JsonProperty("negative_f1")
    Optional<Estimate> invalidF1();

    @JsonProperty("steps")
    PrmBenchScore.Counts counts();
  }

  private interface BinKeys {
    @JsonProperty("right")
    Estimate rate();

    @JsonProperty("steps")
    int items();
  }
}
