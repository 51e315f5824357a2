package org.prmlab.cli.common;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Optional;
import org.prmlab.stats.Estimate;

/** An estimate in its own unit, where {@link EstimateJson} would write it in percent. */
public final class CoefficientJson extends JsonSerializer<Optional<Estimate>> {
  @Override
  public void serialize(Optional<Estimate> estimate, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    if (estimate.isPresent()) {
      EstimateJson.write(estimate.get(), 1, out);
    } else {
      out.writeNull();
    }
  }
}
