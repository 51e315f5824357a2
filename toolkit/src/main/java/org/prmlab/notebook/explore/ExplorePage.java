package org.prmlab.notebook.explore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.prmlab.report.Html;
import org.prmlab.report.View;

/**
 * The output of a cell that a reader can touch: a still picture, which is all that a front end
 * without scripts shows, then the data, the style and the script that puts a live view in its
 * place.
 *
 * <p>A script finds its views by their kind, not by ids, so an output may stand on a page twice.
 *
 * @param kind names the script, {@code KIND.js} among the resources
 * @param title what it is, in a few words; the name that screen readers say
 * @param still HTML that says the same without scripts or style sheets
 * @param data what the script reads, as JSON: maps, lists, texts, finite numbers
 */
record ExplorePage(String kind, String title, String still, Map<String, ?> data) {
  /** A view holds at most this many characters. */
  static final int LARGEST = 200_000;

  private static final JsonMapper JSON = new JsonMapper();

  /** The view, with a text form for consoles and comparisons. */
  View view(String text) {
    return View.ofText(text).withHtml(html());
  }

  /**
   * The whole output.
   *
   * @throws IllegalArgumentException if it is larger than a page should carry
   */
  String html() {
    String html =
        """
        <div class="prmlab-explore" data-kind="%s" role="group" aria-label="%s"><style>%s</style>
        <div class="pe-still"><p><strong>%s</strong></p>%s</div>
        <script type="application/json" class="pe-data">%s</script>
        <script>(function () {
        "use strict";
        %s%s})();</script></div>"""
            .formatted(
                kind,
                Html.escape(title),
                resource("explore.css"),
                Html.escape(title),
                still,
                json(data),
                resource("explore.js"),
                resource(kind + ".js"));
    if (html.length() > LARGEST) {
      throw new IllegalArgumentException(
          "the view '%s' would take %d characters of the page, at most %d are allowed; show fewer or shorter solutions"
              .formatted(title, html.length(), LARGEST));
    }
    return html;
  }

  /** JSON in which no text can end the script element that holds it. */
  static String json(Object data) {
    try {
      return JSON.writeValueAsString(data)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("these data cannot be written as JSON", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ExplorePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the toolkit's jar; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
