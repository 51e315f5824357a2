package org.prmlab.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.prmlab.findings.Claim;
import org.prmlab.findings.Conclusion;
import org.prmlab.findings.Finding;

/**
 * Claims of the paper as a forest plot: for each what it is, the paper's number, the number of each
 * world, their mean with its interval, and the word for it. Claims of different units have an axis
 * each.
 */
public final class ForestFigure {
  private static final int WIDTH = 800;

  private ForestFigure() {}

  /**
   * The plot of these findings, in their order within each unit.
   *
   * @param findings at least one, each measured in at least one world
   */
  public static Figure of(List<Finding> findings) {
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("no claim to draw; at least one finding expected");
    }
    Panel[] panels =
        Arrays.stream(Claim.Unit.values())
            .map(unit -> findings.stream().filter(f -> f.posed().unit() == unit).toList())
            .filter(same -> !same.isEmpty())
            .map(ForestPanel::new)
            .toArray(Panel[]::new);
    long worlds = findings.stream().mapToLong(f -> f.worlds().size()).max().orElseThrow();
    FigureText text =
        FigureText.of(
            "What became of the paper's claims on the tabletop worlds",
            "%d claims, %d worlds; means with 95 %% intervals over worlds (Student's)"
                .formatted(findings.size(), worlds),
            counted(findings)
                + " Each number is a difference within a world, of models that share its problems"
                + " and data; the interval is that of these paired differences.");
    return Figure.of("findings", text, panels).withWidth(WIDTH);
  }

  private static String counted(List<Finding> findings) {
    return Arrays.stream(Conclusion.values())
            .filter(c -> findings.stream().anyMatch(f -> f.conclusion() == c))
            .map(c -> c + ": " + findings.stream().filter(f -> f.conclusion() == c).count())
            .collect(Collectors.joining(", "))
        + ".";
  }
}
