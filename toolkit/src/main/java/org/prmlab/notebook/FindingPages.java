package org.prmlab.notebook;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.prmlab.findings.Conclusion;
import org.prmlab.findings.FactTable;
import org.prmlab.findings.Finding;
import org.prmlab.findings.FindingTable;
import org.prmlab.findings.VarianceRow;
import org.prmlab.plot.Figure;
import org.prmlab.plot.ForestFigure;
import org.prmlab.plot.PaperFigures;
import org.prmlab.plot.TabletopFigures;
import org.prmlab.report.Html;
import org.prmlab.report.ResultTable;
import org.prmlab.report.View;
import org.prmlab.tabletop.world.WorldResults;

/** The paper's findings on a page: its figures beside those of the tabletop worlds. */
public final class FindingPages {
  private static final double SCALE = 1.2;
  private static final int WIDTH = 500; // points: two fit beside each other
  private static final String PICTURE =
      "<figure style=\"flex:1 1 20em;margin:0\"><img style=\"max-width:100%%\" alt=\"%s\""
          + " src=\"data:image/png;base64,%s\"><figcaption>%s</figcaption></figure>";

  private final FindingTable all;
  private final FactTable facts;
  private final List<Finding> findings;
  private final TabletopFigures ours;

  private FindingPages(FindingTable all, FactTable facts, TabletopFigures ours) {
    this.all = all;
    this.facts = facts;
    this.findings = all.findings();
    this.ours = ours;
  }

  /**
   * The findings of the worlds in a folder.
   *
   * @param root {@code datasets/tabletop}, or one that a rebuild made
   */
  public static FindingPages of(String root) {
    WorldResults worlds = WorldResults.read(Path.of(root));
    return new FindingPages(
        FindingTable.of(worlds), FactTable.of(worlds), TabletopFigures.of(worlds));
  }

  /** All findings, as claims about one number each. */
  public List<Finding> findings() {
    return findings;
  }

  /**
   * Whether all of these claims ended in this way.
   *
   * @param ids such as {@code c2}
   * @throws IllegalArgumentException if there is no claim of that id
   */
  public boolean are(Conclusion conclusion, String... ids) {
    return Arrays.stream(ids).map(this::finding).allMatch(f -> f.conclusion() == conclusion);
  }

  private Finding finding(String id) {
    return findings.stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no claim '%s'; there are %s"
                        .formatted(id, findings.stream().map(Finding::id).toList())));
  }

  /** All findings in one table. */
  public View table() {
    return table(findings);
  }

  /**
   * The findings with these letters in one table.
   *
   * @param letters e.g. {@code a}, {@code k}
   */
  public View table(String... letters) {
    return table(chosen(letters));
  }

  /**
   * A figure of the paper, the same figure of the tabletop worlds, and what became of the claims
   * that belong to it.
   *
   * @param figure 1 to 9, as in the paper
   * @param letters of its findings
   */
  public View pair(int figure, String... letters) {
    Figure printed = PaperFigures.asPrinted().figure(figure);
    Figure own = ours.figure(figure);
    View claims = table(chosen(letters));
    String text = printed + "\n\n" + own + "\n\n" + claims.text();
    return View.ofText(text)
        .withHtml(
            "<div style=\"display:flex;flex-wrap:wrap;gap:1em\">"
                + picture(printed)
                + picture(own)
                + "</div>"
                + claims.html().orElse(""));
  }

  /**
   * All claims as one picture: what each is, the paper's number, each world's, their mean with its
   * interval, and the word for it.
   */
  public Figure forest() {
    return ForestFigure.of(findings);
  }

  /**
   * The claims with these letters as one picture.
   *
   * @param letters e.g. {@code a}, {@code k}; at least one claim has one of them
   */
  public Figure forest(String... letters) {
    return ForestFigure.of(chosen(letters));
  }

  private List<Finding> chosen(String... letters) {
    List<String> wanted = Arrays.asList(letters);
    return findings.stream().filter(f -> wanted.contains(f.id().substring(0, 1))).toList();
  }

  /** The paper's conditions beside those of the worlds. */
  public View facts() {
    return View.ofText(facts.toString()).withHtml(FactPage.html(facts));
  }

  /** {@link #variance} as numbers. */
  public List<VarianceRow> variances() {
    return all.variance();
  }

  /** Where the spread of the claims' numbers comes from: world, training seed, test set. */
  public View variance() {
    ResultTable table =
        ResultTable.ofText(
            "standard deviations of a world's number, points",
            List.of("", "in all", "world", "training seed", "test set", "half-width"),
            all.variance().stream().map(VarianceRow::cells).toList());
    return View.ofText(table.toString()).withHtml(table.toHtml());
  }

  /** What many claims looked at together mean for each, and what could not be measured. */
  public String multiplicity() {
    return String.join("\n", all.notes()).isEmpty()
        ? all.multiplicity()
        : all.multiplicity() + "\n" + String.join("\n", all.notes());
  }

  private View table(List<Finding> findings) {
    ResultTable table = claims(findings);
    return View.ofText(table.toString()).withHtml(table.toHtml());
  }

  private static ResultTable claims(List<Finding> findings) {
    return ResultTable.ofText(
        "claims: each number, what is asked of it, and the gap or margin that the worlds can see",
        List.of("", "paper", "tabletop worlds", "sees", "", "where", "number", "asked"),
        findings.stream()
            .map(
                f ->
                    List.of(
                        f.id(),
                        f.paperText(),
                        f.oursText(),
                        f.seesText(),
                        f.conclusion().toString(),
                        f.source(),
                        f.claim(),
                        f.posed().asked()))
            .toList());
  }

  /** The caption stands below the picture as text, which a narrow page may break anew. */
  private static String picture(Figure figure) {
    String caption = Html.escape(figure.caption());
    String said = Html.escape(figure.toString());
    String png =
        Base64.getEncoder().encodeToString(figure.withCaption("").withWidth(WIDTH).png(SCALE));
    return PICTURE.formatted(said, png, caption);
  }

  /** How many claims hold, are equivalent, do not hold, and are undecided. */
  @Override
  public String toString() {
    return Arrays.stream(Conclusion.values())
        .map(c -> c + ": " + findings.stream().filter(f -> f.conclusion() == c).count())
        .collect(Collectors.joining(", "));
  }
}
