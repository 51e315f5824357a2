package org.prmlab.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** How records lie in a file that the toolkit writes. */
enum RecordLayout {
  /** One record a line. */
  LINES(new MinimalPrettyPrinter("\n")),
  /** One array, indented by two spaces as the published ProcessBench files are. */
  ARRAY(
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Spacing.AFTER)
                  .withObjectEmptySeparator("")
                  .withArrayEmptySeparator(""))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"))
          .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private final PrettyPrinter printer;

  RecordLayout(PrettyPrinter printer) {
    this.printer = printer;
  }

  static RecordLayout of(Path target) {
    return target.toString().replaceFirst("\\.gz$", "").endsWith(".jsonl") ? LINES : ARRAY;
  }

  JsonGenerator begin(OutputStream out) throws IOException {
    JsonGenerator json = Json.MAPPER.createGenerator(out, JsonEncoding.UTF8);
    json.setPrettyPrinter(printer instanceof DefaultPrettyPrinter p ? p.createInstance() : printer);
    if (this == ARRAY) {
      json.writeStartArray();
    }
    return json;
  }

  void end(JsonGenerator json) throws IOException {
    if (this == ARRAY) {
      json.writeEndArray();
    } else {
      json.writeRaw('\n');
    }
    json.close();
  }
}
