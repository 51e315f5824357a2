package org.prmlab.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.tabletop.world.WorldResults;

class FindingsTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path WORLDS = PROJECT.resolve(Path.of("datasets", "tabletop"));

  private static Finding finding(Double... worlds) {
    return new Finding(
        Claim.of("a1", "Table 4", "a gap").withPaper(16.4),
        Arrays.stream(worlds).map(value -> WorldValue.of(11, value)).toList());
  }

  private static FindingTable table() {
    return FindingTable.of(WorldResults.read(WORLDS));
  }

  private static List<Finding> shipped() {
    return table().findings();
  }

  @Test
  void theIntervalDecides() {
    assertEquals(Conclusion.HOLDS, finding(5.0, 5.1, 4.9).conclusion());
    assertEquals(Conclusion.DOES_NOT_HOLD, finding(-5.0, -5.1, -4.9).conclusion());
    assertEquals(Conclusion.UNDECIDED, finding(5.0, -5.0, 1.0).conclusion());
  }

  /** Equal worlds have no spread to make an interval of. */
  @Test
  void worldsThatAllAgreeDecideNothing() {
    Finding same = finding(5.1, 5.1, 5.1);
    assertEquals(Conclusion.UNDECIDED, same.conclusion());
    assertEquals("+5.1 [too few]", same.oursText());
  }

  @Test
  void everyLetterHasAClaimAndNoClaimComesTwice() {
    Set<String> letters = new TreeSet<>();
    Set<String> ids = new HashSet<>();
    for (Finding finding : shipped()) {
      letters.add(finding.id().substring(0, 1));
      assertTrue(ids.add(finding.id()), finding.id());
      assertTrue(finding.values().size() >= 3, finding.id());
    }
    assertEquals("abcdefghijk", String.join("", letters));
  }

  /** The paper's side of three claims, from its own tables. */
  @Test
  void thePapersNumbersAreThoseItPrints() {
    List<Finding> findings = shipped();
    assertEquals("+16.4", byId(findings, "a1").paperText());
    assertEquals("+1.0", byId(findings, "k1").paperText());
    assertEquals("+38.3", byId(findings, "f1").paperText());
  }

  private static Finding byId(List<Finding> findings, String id) {
    return findings.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void theDocumentationHasTheTableOfTheShippedWorlds() throws IOException {
    String page = Files.readString(PROJECT.resolve("docs").resolve("findings.md"));
    String table = FindingText.markdown(table());
    assertTrue(
        page.contains(table),
        "docs/findings.md lacks this table; ./prmlab findings --markdown prints it:\n" + table);
  }

  @Test
  void theReadmeHasFiveOfTheNumbers() throws IOException {
    String readme = Files.readString(PROJECT.resolve("README.md"));
    for (String id : List.of("a1", "c1", "f1", "i1", "j2")) {
      Finding finding = byId(shipped(), id);
      String line =
          "| %s | %s | %s | %s | %s | %s |"
              .formatted(
                  id,
                  finding.source(),
                  finding.claim(),
                  finding.paperText(),
                  finding.oursText(),
                  finding.conclusion());
      assertTrue(readme.contains(line), "README.md lacks: " + line);
    }
  }

  @Test
  void aFolderWithoutResultsIsAnError(@TempDir Path folder) {
    var error = assertThrows(IllegalArgumentException.class, () -> WorldResults.read(folder));
    assertEquals(
        folder + " holds no results of tabletop worlds; make them with ./prmlab tabletop rebuild",
        error.getMessage());
  }

  @Test
  void theTextTableHasALineForEveryClaim() {
    List<String> lines = FindingText.table(table()).lines().toList();
    for (Finding finding : shipped()) {
      String begin = finding.id() + "  " + finding.source();
      assertEquals(1, lines.stream().filter(l -> l.startsWith(begin)).count(), begin);
    }
  }
}
