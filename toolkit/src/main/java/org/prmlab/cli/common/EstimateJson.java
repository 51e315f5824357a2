package org.prmlab.cli.common;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.prmlab.stats.Estimate;

/**
 * An estimate of a rate with its bounds, as {@code --json} prints it: {@code {"value", "low",
 * "high"}} in percent. Bounds are null where the data do not tell; then {@code "reason"} says why.
 */
final class EstimateJson extends JsonSerializer<Estimate> {
  @Override
  public void serialize(Estimate rate, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    write(rate, 100, out);
  }

  static void write(Estimate estimate, double factor, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("value", factor * estimate.value());
    if (estimate.isKnown()) {
      out.writeNumberField("low", factor * estimate.low());
      out.writeNumberField("high", factor * estimate.high());
    } else {
      out.writeNullField("low");
      out.writeNullField("high");
    }
    if (estimate.reason().isPresent()) {
      out.writeStringField("reason", estimate.reason().get());
    }
    out.writeEndObject();
  }
}
