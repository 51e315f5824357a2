package org.prmlab.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prmlab.site.NotebookPage.ShownCell;

/**
 * The page a visitor opens first: the notebooks with their questions, then the figures, each with
 * the cell that draws it.
 */
record StartPage(List<NotebookPage> notebooks, List<GalleryFigure> figures) {
  private static final String TEMPLATE = "start-page.html";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}$");

  /** A figure of the paper beside ours of the same number; those without a number at the end. */
  private static final Comparator<GalleryFigure> PAIRED =
      Comparator.comparingInt(StartPage::number).thenComparing(GalleryFigure::name);

  String html() {
    return template()
        .replace(
            "{{notebooks}}",
            notebooks.stream().map(StartPage::entry).collect(Collectors.joining("\n")))
        .replace(
            "{{figures}}",
            figures.stream().sorted(PAIRED).map(this::entry).collect(Collectors.joining("\n")));
  }

  private static String template() {
    try (@Nullable InputStream in = StartPage.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException(TEMPLATE + " is not in the jar beside StartPage.class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(GalleryFigure figure) {
    Matcher digits = NUMBER.matcher(figure.name());
    return digits.find() ? Integer.parseInt(digits.group()) : Integer.MAX_VALUE;
  }

  /** A stop of the 40-minute path says so on its first line, and is marked. */
  private static String entry(NotebookPage page) {
    return "<li%s><a href=\"%s\">%s</a><p>%s</p><p class=\"quiet\">%s</p></li>"
        .formatted(
            page.isOnPath() ? " class=\"path\"" : "",
            page.file(),
            escaped(page.title()),
            escaped(page.question()),
            escaped(page.minutes()));
  }

  private String entry(GalleryFigure figure) {
    String picture = "figures/" + figure.name();
    return """
        <figure id="%s"><a href="%s.svg"><img src="%s.svg" alt="%s" loading="lazy"></a>
        <figcaption>%s<br><small class="quiet">%s<a href="%s.json">numbers</a></small></figcaption></figure>"""
        .formatted(
            figure.name(),
            picture,
            picture,
            escaped(figure.caption()),
            escaped(figure.caption()),
            drawnBy(figure).orElse(""),
            picture);
  }

  private Optional<String> drawnBy(GalleryFigure figure) {
    for (NotebookPage page : notebooks) {
      Optional<ShownCell> cell = page.cellShowing(figure.caption());
      if (cell.isPresent()) {
        String link = "<a href=\"%s#%s\">drawn in %s</a> · ";
        return Optional.of(link.formatted(page.file(), cell.get().anchor(), escaped(page.title())));
      }
    }
    return Optional.empty();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
