package org.prmlab.scale;

import java.util.List;
import org.prmlab.data.Binarization;
import org.prmlab.data.LabeledSolution;
import org.prmlab.format.Formats;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.RecordLine;

/**
 * Keeps reference verdicts and, where asked for, the scores of one PRM, without texts.
 *
 * @param format name of the format of the file
 * @param prm whose scores; empty for none
 */
public record ReferenceLines(String format, String prm) implements LineReader {
  @Override
  public KeyedLine read(RecordLine line) {
    LabeledSolution whole = line.solution(Formats.named(format));
    String id = whole.solution().id();
    LabeledSolution bare =
        whole
            .verdict(Binarization.withDefaults())
            .map(v -> WithoutTexts.of(whole).withLabels(List.of()).withVerdict(v))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s: solution '%s' has no reference verdict; labeled data expected"
                            .formatted(line.file(), id)));
    LabeledSolution kept =
        prm.isEmpty() ? bare : bare.withScores(prm, scores(whole), whole.meaning(prm));
    return new KeyedLine(line.index(), id, PrmlabRecord.text(kept));
  }

  private List<Double> scores(LabeledSolution solution) {
    List<Double> scores = solution.scores().get(prm);
    if (scores == null) {
      throw new IllegalArgumentException(
          "solution '%s' has no scores of '%s'; the data has those of %s"
              .formatted(solution.solution().id(), prm, solution.scores().keySet()));
    }
    return scores;
  }
}
