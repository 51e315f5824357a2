package org.prmlab.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.ScoreMeaning;
import org.prmlab.data.StepDataset;
import org.prmlab.data.StepScores;
import org.prmlab.data.Verdict;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.format.StepFiles;
import org.prmlab.plot.Figure;
import org.prmlab.plot.StepScoreFigure;

/**
 * The first notebook's example: a solution whose second step is wrong, and what two real PRMs say
 * of it. The scores are those printed on the model cards of Qwen2.5-Math-PRM-7B and -72B; the text
 * is retold. See {@code datasets/first-look}.
 */
public final class FirstLook {
  private static final String FILE = "flamingos.jsonl";
  private final StepDataset data;

  private FirstLook(StepDataset data) {
    this.data = data;
  }

  /** The example that comes with the toolkit. */
  public static FirstLook example() {
    try (InputStream in = FirstLook.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing from the toolkit's jar; build it again");
      }
      Path copy = Files.createTempFile("first-look", ".jsonl");
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return new FirstLook(StepFiles.read(copy, new PrmlabRecord()));
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The problem's text. */
  public String problem() {
    return record().solution().problem().text();
  }

  /** The models whose scores are known. */
  public List<String> prms() {
    return List.copyOf(record().scores().keySet());
  }

  /** The scores of one of them. */
  public StepScores scores(String prm) {
    List<Double> values = record().scores().get(prm);
    if (values == null) {
      throw new IllegalArgumentException("no scores of '" + prm + "'; known are " + prms());
    }
    return StepScores.of(
        prm,
        ScoreMeaning.STEP_CORRECT,
        record().solution(),
        values.stream().mapToDouble(v -> v).toArray());
  }

  /** The scores of all of them. */
  public List<StepScores> allScores() {
    return prms().stream().map(this::scores).toList();
  }

  /** What the people who labeled ProcessBench say. */
  public Verdict humanVerdict() {
    return record().verdict().orElseThrow();
  }

  /** The steps with the scores of every model, and the human mark. */
  public StepView steps() {
    List<StepScores> all = allScores();
    StepView view = StepView.of(all.get(0)).withTruth(humanVerdict());
    for (StepScores more : all.subList(1, all.size())) {
      view = view.with(more);
    }
    return view;
  }

  /** The scores as a chart. */
  public Figure chart() {
    return StepScoreFigure.of(allScores(), 0.5);
  }

  /** SHA-256 of the data set. */
  public String sha256() {
    return data.card().sha256();
  }

  private LabeledSolution record() {
    return data.solutions().get(0);
  }
}
