package org.prmlab.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Executed notebooks and saved figures as one folder of web pages, opened from any server or from
 * disk.
 *
 * @param notebooks in the order of the path
 * @param figures in the order of the gallery
 */
public record StaticSite(List<NotebookPage> notebooks, List<GalleryFigure> figures) {
  private static final Pattern BODY = Pattern.compile("<body[^>]*>");

  /** Links are underlined, as nothing else is; what is wide scrolls by itself on a phone. */
  private static final String NAVIGATION =
      """
      <style>
      nav a { color: #0067a3; }
      nav a, .jp-RenderedHTMLCommon a:not(.anchor-link) { text-decoration: underline; }
      @media (max-width: 40rem) { body.jp-Notebook { padding: 0.5rem; } .jp-RenderedHTMLCommon { overflow-x: auto; } }
      </style><nav style="font:16px/1.5 system-ui,sans-serif;padding:0.5rem 1rem">%s</nav>""";

  private static final String SOLUTIONS = "solutions";
  private static final List<String> PICTURE_FILES = List.of(".svg", ".png", ".json");

  public StaticSite {
    notebooks = List.copyOf(notebooks);
    figures = List.copyOf(figures);
  }

  /**
   * What a run left behind.
   *
   * @param pages folder of executed notebooks, each as {@code .ipynb} and {@code .html}
   * @param figures folder of figures, each as {@code .svg}, {@code .png} and {@code .json}
   * @throws IllegalArgumentException if a folder has none
   */
  public static StaticSite of(Path pages, Path figures) {
    return new StaticSite(
        files(pages, ".ipynb").stream().map(NotebookPage::read).toList(),
        files(figures, ".json").stream().map(GalleryFigure::read).toList());
  }

  /**
   * Writes the site: {@code index.html}, a page a notebook, {@code figures/}, and {@code
   * solutions/} if the pages have them.
   *
   * @param pages the folder that the notebooks were read from
   * @param pictures the folder that the figures were read from
   * @return the start page
   */
  public Path write(Path pages, Path pictures, Path out) {
    try {
      Files.createDirectories(out.resolve("figures"));
      for (int i = 0; i < notebooks.size(); i++) {
        String page = Files.readString(pages.resolve(notebooks.get(i).file()));
        Files.writeString(out.resolve(notebooks.get(i).file()), withNavigation(page, i));
      }
      copySolutions(pages.resolve(SOLUTIONS), out.resolve(SOLUTIONS));
      for (GalleryFigure figure : figures) {
        for (String kind : PICTURE_FILES) {
          Path file = pictures.resolve(figure.name() + kind);
          Files.copy(
              file,
              out.resolve("figures").resolve(figure.name() + kind),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return Files.writeString(out.resolve("index.html"), new StartPage(notebooks, figures).html());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the site to " + out, e);
    }
  }

  /** Pages of exercises' solutions, which the notebooks link to. */
  private static void copySolutions(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    for (Path page : files(from, ".html")) {
      Files.copy(page, to.resolve(page.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String withNavigation(String page, int index) {
    List<String> links = new ArrayList<>(List.of("<a href=\"index.html\">prmlab</a>"));
    nextOnPath(index).ifPresent(next -> links.add(link("next on the 40-minute path: ", next)));
    if (index > 0) {
      links.add(link("&larr; ", notebooks.get(index - 1)));
    }
    if (index + 1 < notebooks.size()) {
      links.add(link("&rarr; ", notebooks.get(index + 1)));
    }
    String navigation = NAVIGATION.formatted(String.join(" &middot; ", links));
    Matcher body = BODY.matcher(page);
    return body.replaceFirst(tag -> Matcher.quoteReplacement(tag.group() + navigation));
  }

  /** The stop after this page, if this page is one. */
  private Optional<NotebookPage> nextOnPath(int index) {
    return notebooks.get(index).isOnPath()
        ? notebooks.stream().skip(index + 1L).filter(NotebookPage::isOnPath).findFirst()
        : Optional.empty();
  }

  private static String link(String arrow, NotebookPage page) {
    return "%s<a href=\"%s\">%s</a>".formatted(arrow, page.file(), StartPage.escaped(page.title()));
  }

  private static List<Path> files(Path folder, String ending) {
    List<Path> found = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        found = files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + folder, e);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no %s files; ./prmlab run makes them".formatted(folder, ending));
    }
    return found;
  }
}
