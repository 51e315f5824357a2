package org.prmlab.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prmlab.site.NotebookPage.ShownCell;

/**
 * The page a visitor opens first: the notebooks with their questions, then the figures, each with
 * the cell that draws it.
 */
record StartPage(List<NotebookPage> notebooks, List<GalleryFigure> figures) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}$");

  /** A figure of the paper beside ours of the same number; those without a number at the end. */
  private static final Comparator<GalleryFigure> PAIRED =
      Comparator.comparingInt(StartPage::number).thenComparing(GalleryFigure::name);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>prmlab</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; }
      h1 { margin-bottom: 0; }
      ol { padding-left: 0; list-style: none; }
      li { margin: 0.8rem 0; }
      .time, figcaption small { opacity: 0.75; }
      .figures { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%%, 28rem), 1fr)); }
      figure { margin: 0; }
      img { width: 100%%; background: #fff; border-radius: 4px; }
      </style>
      </head>
      <body>
      <h1>prmlab</h1>
      <p>Process reward models in Java: the notebooks of this copy, as they ran, and their figures. The subject is
      <a href="https://arxiv.org/abs/2501.07301">The Lessons of Developing Process Reward Models in Mathematical
      Reasoning</a>.</p>
      <h2>Notebooks</h2>
      <ol>
      %s
      </ol>
      <h2>Figures</h2>
      <div class="figures">
      %s
      </div>
      </body>
      </html>
      """;

  String html() {
    return PAGE.formatted(
        notebooks.stream().map(StartPage::entry).collect(Collectors.joining("\n")),
        figures.stream().sorted(PAIRED).map(this::entry).collect(Collectors.joining("\n")));
  }

  private static int number(GalleryFigure figure) {
    Matcher digits = NUMBER.matcher(figure.name());
    return digits.find() ? Integer.parseInt(digits.group()) : Integer.MAX_VALUE;
  }

  private static String entry(NotebookPage page) {
    return "<li><a href=\"%s\">%s</a> <span class=\"time\">%s</span><br>%s</li>"
        .formatted(
            page.file(), escaped(page.title()), escaped(page.minutes()), escaped(page.question()));
  }

  private String entry(GalleryFigure figure) {
    String picture = "figures/" + figure.name();
    return """
        <figure id="%s"><a href="%s.svg"><img src="%s.svg" alt="%s" loading="lazy"></a>
        <figcaption>%s<br><small>%s<a href="%s.json">numbers</a></small></figcaption></figure>"""
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
