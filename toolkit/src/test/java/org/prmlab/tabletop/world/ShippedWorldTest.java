package org.prmlab.tabletop.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.data.Aggregation;
import org.prmlab.data.LabeledSolution;
import org.prmlab.data.Problem;
import org.prmlab.data.StepDataset;
import org.prmlab.data.Verdict;
import org.prmlab.format.PrmlabRecord;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.search.SearchResult;
import org.prmlab.search.SearchSettings;
import org.prmlab.search.SearchShape;
import org.prmlab.search.StepSearch;
import org.prmlab.tabletop.program.Program;
import org.prmlab.tabletop.program.ProgramWriter;
import org.prmlab.tabletop.program.WrittenProgram;
import org.prmlab.tabletop.world.WorldShipment.Comparison;
import org.prmlab.training.TrainingSettings;

/** The worlds that come with the project: whole, and what their files say. */
class ShippedWorldTest {
  private static final Path ROOT = Path.of("..", "datasets", "tabletop");
  private static final WorldFolder WORLD = WorldFolder.open(ROOT, 1);

  @TempDir private Path folder;

  private static List<LabeledSolution> some(Path file, int every) {
    List<LabeledSolution> all = PrmlabRecord.read(file).solutions();
    return Stream.iterate(0, i -> i < all.size(), i -> i + every).map(all::get).toList();
  }

  @Test
  void everyFileIsWholeAndTogetherTheyAreSmall() throws IOException {
    var shipment = new WorldShipment(ROOT);
    assertEquals(List.of(), shipment.damaged());
    long bytes = 0;
    for (String name : shipment.names()) {
      bytes += Files.size(ROOT.resolve(name));
    }
    assertTrue(bytes < WorldShipment.MOST_BYTES, bytes + " bytes");
    assertEquals(WorldShipment.names(ROOT), shipment.names());
  }

  @Test
  void aBuiltFileIsComparedByWhatItSays() throws IOException {
    var shipment = new WorldShipment(ROOT);
    String name = "world-1/facts.json";
    assertEquals(Comparison.MISSING, shipment.compare(name, folder));
    Path built = Files.createDirectories(folder.resolve("world-1")).resolve("facts.json");
    Files.copy(ROOT.resolve(name), built);
    assertEquals(Comparison.SAME, shipment.compare(name, folder));
    Files.writeString(built, Files.readString(built) + " ");
    assertEquals(Comparison.DIFFERENT, shipment.compare(name, folder));
  }

  @Test
  void theFactsAreThoseOfTheData() {
    assertEquals(OutcomeFile.read(WORLD.facts(), WorldFacts.class), WorldFacts.measure(WORLD));
  }

  /** The judge is no coin: asked again, it says what its labels say, and often what is true. */
  @Test
  void theJudgeIsAskedAgain() {
    List<Program> programs =
        new ProgramDraw("judged", List.of(0, 20, 0, 0), 5)
            .problems().stream().map(ProgramDraw.Named::program).toList();
    var writer = new ProgramWriter(new SplittableRandom(3));
    List<WrittenProgram> written = new ArrayList<>();
    for (Program program : programs) {
      int[] values = program.values();
      written.add(WrittenProgram.of("t2-0", program, writer.write(program, values), "right"));
      values[values.length - 1] = writer.other(values[values.length - 1]);
      written.add(WrittenProgram.of("t2-0", program, writer.write(program, values), "wrong"));
    }
    try (var judge = ProgramMarker.load(WORLD.model(WorldModel.JUDGE))) {
      long agrees = 0;
      List<Verdict> verdicts = judge.verdicts(written);
      for (int i = 0; i < written.size(); i++) {
        agrees += verdicts.get(i).equals(written.get(i).check().verdict()) ? 1 : 0;
      }
      assertTrue(agrees >= 30, agrees + " of 40");
    }
  }

  @Test
  void everyRecipeTakesAboutAsManySteps() {
    StepDataset all = PrmlabRecord.read(WORLD.training());
    for (PrmRecipe recipe : PrmRecipe.values()) {
      StepDataset part = recipe.part(WORLD, all);
      TrainingSettings settings = recipe.settings(all, part, 1);
      double share = (double) settings.epochs() * part.size() / (4.0 * all.size());
      assertTrue(share > 0.8 && share < 1.2, recipe + " " + share);
    }
    assertEquals(
        PrmRecipe.CONSENSUS_HARD.part(WORLD, all).size(),
        PrmRecipe.RANDOM_MC.part(WORLD, all).size());
  }

  private static List<List<String>> steps(List<SearchResult> found) {
    return found.stream().map(r -> r.best().orElseThrow().path().steps()).toList();
  }

  @Test
  void aSearchByThePolicyFindsWholeSolutions() {
    List<Problem> problems =
        some(WORLD.bestOfEight(), 800).stream().map(s -> s.solution().problem()).toList();
    var settings = SearchSettings.of(SearchShape.beam(2, 4), Aggregation.PRODUCT);
    try (var prm = ProcessRewardModel.load(WORLD.prm(PrmRecipe.CHECKER));
        var sampler = ProgramSampler.load(WORLD.model(WorldModel.POLICY), 0.7)) {
      var search = StepSearch.of(new ProgramProposer(sampler, 5), prm::score, settings);
      List<SearchResult> found = search.run(problems);
      for (SearchResult result : found) {
        int steps = (result.problem().text().split(" ", -1).length - 2) / 3;
        assertEquals(steps, result.best().orElseThrow().path().steps().size());
      }
      assertEquals(steps(found), steps(search.run(problems)));
      var stranger = Problem.of("p", "7 A plus 3 =>");
      var error = assertThrows(IllegalArgumentException.class, () -> search.run(List.of(stranger)));
      assertTrue(String.valueOf(error.getMessage()).startsWith("'plus' is no word"));
    }
  }
}
