package org.prmlab.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.tabletop.world.PrmRecipe;
import org.prmlab.tabletop.world.SyntheticWorlds;
import org.prmlab.tabletop.world.WorldResults;

/**
 * Ten worlds that were never made: human above MC by the numbers of {@link #GAPS}, Best-of-8 apart
 * by a tenth of them, F1 falling by a point a threshold. Reference intervals: scipy 1.17.1.
 */
class FindingTableTest {
  /** Points, one a world; the second training seed has one more, the first one less. */
  private static final List<Double> GAPS = List.of(1.3, -.4, 2.2, .7, 1.9, .1, 1.1, 2.6, .8, 1.4);

  private static final List<Integer> TEN = IntStream.rangeClosed(1, 10).boxed().toList();

  @TempDir private Path folder;

  private static double gap(int world) {
    return GAPS.get((world - 1) % 100 % GAPS.size());
  }

  /** Another number for each PRM. */
  private static int shift(PrmRecipe recipe) {
    return List.of(PrmRecipe.values()).indexOf(recipe);
  }

  private static double f1(PrmRecipe recipe, int run, int world) {
    double other = gap(world + shift(recipe)); // another number of the same ten
    return switch (recipe) {
      case HUMAN -> 50 + gap(world) + (run == 1 ? -1 : 1);
      case MC_HARD -> 50;
      case JUDGE -> 58 + other / 2;
      case CONSENSUS_HARD -> 57.8 + other / 2;
      case THRESHOLD_1 -> 50 - (1 + gap(world) / 10);
      case THRESHOLD_2 -> 50 - 2 * (1 + gap(world) / 10);
      case THRESHOLD_3 -> 50 - 3 * (1 + gap(world) / 10);
      case THRESHOLD_4 -> 50 - 4 * (1 + gap(world) / 10);
      case THRESHOLD_5 -> 50 - 5 * (1 + gap(world) / 10);
      case THRESHOLD_6 -> 50 - 6 * (1 + gap(world) / 10);
      case THRESHOLD_7 -> 50 - 7 * (1 + gap(world) / 10);
      default -> 51 + 2 * other;
    };
  }

  private static double best(PrmRecipe recipe, int run, int world) {
    return switch (recipe) {
      case HUMAN -> 60 - gap(world) / 10;
      case MC_HARD -> 60;
      case JUDGE -> 58 + gap(world + 3);
      default -> 60 - gap(world + shift(recipe)) / 4;
    };
  }

  private FindingTable table(List<Integer> worlds) {
    SyntheticWorlds.write(folder, worlds, FindingTableTest::f1, FindingTableTest::best);
    return FindingTable.of(WorldResults.read(folder));
  }

  private static Finding byId(FindingTable table, String id) {
    return table.findings().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aWorldsNumberIsTheMeanOverItsTrainingSeeds() {
    Finding a1 = byId(table(TEN), "a1");
    for (int i = 0; i < 10; i++) {
      assertEquals(401 + i, a1.worlds().get(i).seed());
      assertEquals(GAPS.get(i) - 1, a1.worlds().get(i).runs().get(0), 1e-9);
      assertEquals(GAPS.get(i) + 1, a1.worlds().get(i).runs().get(1), 1e-9);
      assertEquals(GAPS.get(i), a1.values().get(i), 1e-9);
    }
    assertEquals("+1.2 [+0.5, +1.8]", a1.oursText());
    assertEquals(Conclusion.HOLDS, a1.conclusion());
    assertEquals(0.003087242938030703, a1.p(), 1e-9);
    assertEquals(0.9238205693988658 * 0.9960022543068076, a1.smallestShown().orElseThrow(), 1e-5);
  }

  @Test
  void anEquivalenceIsDecidedByItsMarginAndAClearDifferenceByItsBound() {
    FindingTable table = table(TEN);
    Finding a2 = byId(table, "a2");
    assertEquals("+0.1 [+0.1, +0.2]", a2.oursText());
    assertEquals(Conclusion.EQUIVALENT, a2.conclusion(), "clear of 0, and within 2 points");
    assertEquals(Conclusion.DOES_NOT_HOLD, byId(table, "a5").conclusion(), "1.2 is not above 10");
    JointFinding both = table.together().get(0);
    assertEquals("a2 and a5", both.ids());
    assertEquals(Conclusion.DOES_NOT_HOLD, both.conclusion());
  }

  /** A line of slope -(1 + gap / 10) loses seven times that. */
  @Test
  void aSlopeIsWhatItsLineLoses() {
    Finding e1 = byId(table(TEN), "e1");
    assertEquals(7 * (1 + 1.17 / 10), e1.ours().value(), 1e-9);
    assertEquals(7 * 1.421428571428575, e1.posed().paper(), 1e-9);
    assertEquals(Conclusion.HOLDS, e1.conclusion());
  }

  /** The paper's side, from its tables as printed. */
  @Test
  void thePapersNumbersAreThoseItPrints() {
    FindingTable table = table(TEN);
    List<String> printed =
        List.of(
            "a1 +16.4",
            "a2 +1.0",
            "a3 +39.0",
            "c3 -0.2",
            "c6 +9.3",
            "d1 +17.2",
            "e1 +10.0",
            "e2 +1.0",
            "f1 +38.3",
            "g1 +16.0",
            "h1 +17.7",
            "i1 +0.8",
            "i4 +2.6",
            "j1 +6.4",
            "j2 +0.6",
            "k1 +1.0");
    for (String one : printed) {
      String id = one.substring(0, 2);
      assertEquals(one, id + " " + byId(table, id).paperText());
    }
  }

  @Test
  void worldsOfDevelopmentAreReadAsFarAsTheyAreComplete() throws IOException {
    SyntheticWorlds.write(
        folder, List.of(301, 302, 303), FindingTableTest::f1, FindingTableTest::best);
    Files.delete(SyntheticWorlds.outcome(folder, 302, PrmRecipe.MC_SOFT));
    FindingTable table = FindingTable.of(WorldResults.read(folder));
    assertEquals(List.of(301, 303), table.seeds());
    Files.delete(SyntheticWorlds.outcome(folder, 301, PrmRecipe.MC_SOFT));
    FindingTable one = FindingTable.of(WorldResults.read(folder));
    assertEquals("+2.2 [too few]", byId(one, "a1").oursText());
    assertEquals(Conclusion.UNDECIDED, byId(one, "a1").conclusion());
    Files.delete(SyntheticWorlds.outcome(folder, 303, PrmRecipe.MC_SOFT));
    var error = assertThrows(IllegalArgumentException.class, () -> WorldResults.read(folder));
    assertTrue(
        String.valueOf(error.getMessage()).contains("no world with all its results; world 301"),
        error.getMessage());
  }

  @Test
  void aReportedWorldThatIsNotCompleteIsAnError() throws IOException {
    table(TEN);
    Path lost = SyntheticWorlds.outcome(folder, 7, PrmRecipe.HUMAN);
    Files.delete(lost);
    WorldResults worlds = WorldResults.read(folder);
    var error = assertThrows(IllegalArgumentException.class, () -> FindingTable.of(worlds));
    assertEquals(lost + " is missing; ./prmlab tabletop rebuild makes it", error.getMessage());
  }

  /** Of the claims above a bound 2.5 in 100 would hold by chance; equivalences ask for nothing. */
  @Test
  void manyClaimsAreLookedAtTogether() {
    FindingTable table = table(TEN);
    long asking =
        table.findings().stream().filter(f -> f.posed().kind() != ClaimKind.WITHIN).count();
    assertEquals(33, table.findings().size());
    assertEquals(30, asking);
    assertEquals(.75, table.heldByChance(), 1e-12);
    assertTrue(table.corrected().get(0) > byId(table, "a1").p());
    assertTrue(table.multiplicity().startsWith("33 claims are looked at together"));
  }

  @Test
  void theTableIsAsItStandsInTheResourceAndNoLineIsLong() throws IOException {
    String text = FindingText.table(table(TEN));
    assertEquals(
        Files.readString(Path.of("src/test/resources/findings/table.txt")).stripTrailing(), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }

  @Test
  void aTierWithNothingToMeasureIsLeftOutAndSaid() {
    var value = new WorldValue(401, List.of(2.0), 1);
    var none = WorldValue.of(402, Double.NaN);
    Claim claim = Claim.of("g1", "Figure 7", "a share");
    var finding = new Finding(claim, List.of(value, none, WorldValue.of(403, 3)));
    assertEquals(List.of(2.0, 3.0), finding.values());
    var table = new FindingTable(List.of(401, 402, 403), List.of(finding), List.of());
    assertEquals(
        List.of(
            "g1: nothing to measure on 1 tiers of 3 worlds, which are left out; 1 worlds have no"
                + " number"),
        table.notes());
    var empty = new Finding(claim, List.of(none));
    var error = assertThrows(IllegalArgumentException.class, empty::ours);
    assertEquals("claim g1: no world has anything to measure it by", error.getMessage());
  }

  @Test
  void aMarginIsMoreThanNothing() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> Claim.of("a2", "Table 3", "a gap").within(0));
    assertEquals(
        "claim a2: bound 0.0; a number is expected, and a margin is more than 0",
        error.getMessage());
    assertEquals("less than 2 from 0", Claim.of("a", "b", "c").within(2).asked());
    assertEquals("above 10", Claim.of("a", "b", "c").above(10).asked());
  }

  @Test
  void markdownHasARowForEveryClaim() {
    FindingTable table = table(TEN);
    String markdown = FindingText.markdown(table);
    assertEquals(table.findings().size() + 2, markdown.lines().count());
    String row =
        String.format(
            Locale.ROOT,
            "| a2 | Table 3 | Best-of-8: MC - human | less than 2 from 0 | +1.0 | %s |",
            "+0.1 [+0.1, +0.2] | 0.1 | equivalent");
    assertTrue(markdown.contains(row), markdown);
  }
}
