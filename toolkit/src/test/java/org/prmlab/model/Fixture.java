package org.prmlab.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.prmlab.model.text.ModelText;

/**
 * A tiny checkpoint of {@code make_fixtures.py} or {@code make_heads.py} and what transformers
 * computed with it.
 */
public final class Fixture {
  private final Path folder;
  private final JsonNode reference;

  private Fixture(Path folder, JsonNode reference) {
    this.folder = folder;
    this.reference = reference;
  }

  /** The fixture in the test resources. */
  public static Fixture named(String name) {
    try {
      Path folder = Path.of(Objects.requireNonNull(Fixture.class.getResource(name)).toURI());
      Path reference = folder.resolve("reference.json");
      Path told = Files.exists(reference) ? reference : folder.resolve("text.json");
      return new Fixture(folder, new ObjectMapper().readTree(told.toFile()));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How the fixture of this name reads text; close it after use. */
  public static ModelText text(String name) {
    return ModelText.read(named(name).folder());
  }

  /** Its folder. */
  public Path folder() {
    return folder;
  }

  /** What was written beside it. */
  public JsonNode reference() {
    return reference;
  }

  /** Rows of tokens, ragged. */
  public List<TokenRow> rows() {
    List<TokenRow> rows = new ArrayList<>();
    for (JsonNode row : reference.path("rows")) {
      rows.add(TokenRow.of(ints(row.path("input_ids")), ints(row.path("step_positions"))));
    }
    return rows;
  }

  /** Scores of every read, row by row, as transformers has them. */
  public double[] scores() {
    return IntStream.range(0, reference.path("rows").size())
        .mapToObj(i -> reference.path("rows").path(i).path("scores"))
        .flatMapToDouble(s -> IntStream.range(0, s.size()).mapToDouble(i -> s.path(i).asDouble()))
        .toArray();
  }

  /** A list of whole numbers. */
  public static int[] ints(JsonNode list) {
    return IntStream.range(0, list.size()).map(i -> list.path(i).asInt()).toArray();
  }
}
