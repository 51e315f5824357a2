package org.prmlab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The structure that docs/architecture.md draws. */
class ArchitectureTest {
  private static final String ROOT = "org.prmlab";

  /** Which packages each package may use. Everything flows one way. */
  private static final Map<String, Set<String>> ARROWS =
      arrows(
          """
          stats:
          report: data stats
          data:
          answer: data
          format: data
          model.folder:
          model.hub: model.folder
          model.engine:
          model.jinja:
          model.text: model.engine model.folder model.jinja
          model.weights: data model.folder model.hub
          model: data model.engine model.folder model.text model.weights
          prm: data model model.engine model.folder model.text
          evaluation: data report stats
          evaluation.bestofn: answer data report stats
          llm: format model model.folder model.text
          llm.endpoint: llm model model.folder model.text
          labeling.rollout: answer data llm model.text stats
          labeling.judge: data evaluation llm model.text
          labeling.choice: data evaluation labeling.judge llm
          labeling: answer data evaluation labeling.rollout llm report stats
          training: data model model.engine model.folder model.text prm
          search: answer data labeling.rollout llm prm
          served: data format llm llm.endpoint model model.folder model.text prm
          scale: data evaluation format labeling model model.folder prm
          paper:
          paper.audit: paper
          site:
          tabletop.program: data model
          wordproblems: data
          tabletop.world: data evaluation evaluation.bestofn format labeling labeling.rollout llm
            model model.engine model.folder model.text prm search stats tabletop.program training
          findings: evaluation paper report stats tabletop.program tabletop.world
          plot: data evaluation evaluation.bestofn findings paper report search stats tabletop.program
            tabletop.world training
          notebook: answer data evaluation evaluation.bestofn findings format labeling model
            model.engine model.weights paper paper.audit plot prm report search stats tabletop.program
            tabletop.world training
          notebook.explore: data evaluation evaluation.bestofn labeling labeling.rollout notebook
            report search stats
          """);

  /** Which groups of commands use others; each may use {@code cli.common} and any library. */
  private static final Map<String, Set<String>> COMMANDS =
      arrows(
          """
          cli.common:
          cli.agree: cli.evaluate
          cli.data:
          cli.evaluate:
          cli.label:
          cli.score:
          cli.spark: cli.agree cli.evaluate
          cli.tabletop:
          cli.train:
          """);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Collection<String> packagesWithArrows() {
    return new TreeSet<>(ARROWS.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packagesWithArrows")
  void aPackageUsesOnlyThoseBeforeIt(String name) {
    Set<String> allowed = ARROWS.get(name);
    Set<String> used =
        CLASSES.stream()
            .filter(c -> name(c).equals(name))
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .map(d -> d.getTargetClass())
            .filter(c -> c.getPackageName().startsWith(ROOT))
            .map(ArchitectureTest::name)
            .filter(p -> !p.equals(name))
            .collect(Collectors.toCollection(TreeSet::new));
    used.removeAll(allowed);
    assertEquals(Set.of(), used, name + " must not use these");
  }

  static Collection<String> groupsOfCommands() {
    return new TreeSet<>(COMMANDS.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("groupsOfCommands")
  void commandsShareThroughTheirCommonPackage(String name) {
    Set<String> used =
        CLASSES.stream()
            .filter(c -> name(c).equals(name))
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .map(d -> d.getTargetClass())
            .filter(c -> c.getPackageName().startsWith(ROOT + ".cli"))
            .map(ArchitectureTest::name)
            .filter(p -> !p.equals(name) && !p.equals("cli.common"))
            .collect(Collectors.toCollection(TreeSet::new));
    used.removeAll(COMMANDS.getOrDefault(name, Set.of()));
    assertEquals(Set.of(), used, name + " must not use these");
  }

  @Test
  void everyPackageHasItsArrows() {
    Set<String> packages =
        CLASSES.stream().map(ArchitectureTest::name).collect(Collectors.toCollection(TreeSet::new));
    packages.removeAll(ARROWS.keySet());
    packages.removeAll(COMMANDS.keySet());
    assertEquals(Set.of("cli"), packages, "name the packages that each of these may use");
  }

  /** JSON is read and written where formats, files of models and reports are. */
  @ParameterizedTest(name = "{0} knows no {1}")
  @CsvSource({
    "stats, com.fasterxml",
    "data, com.fasterxml",
    "answer, com.fasterxml",
    "evaluation, com.fasterxml",
    "labeling, com.fasterxml",
    "search, com.fasterxml",
    "findings, com.fasterxml",
    "paper, com.fasterxml",
    "wordproblems, com.fasterxml",
  })
  void aPackageKnowsNoJson(String name, String library) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(CLASSES);
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "org.knowm.xchart, org.prmlab.plot",
    "de.erichseifert.vectorgraphics2d, org.prmlab.plot",
    "tech.tablesaw, org.prmlab.notebook",
    "picocli, org.prmlab.cli",
    "ai.djl, org.prmlab.model",
    "org.apache.spark, org.prmlab.spark", // a module of its own: here nothing may know it
  })
  void aThirdPartyTypeAppearsInOnePlace(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(CLASSES);
  }

  private static String name(JavaClass c) {
    return c.getPackageName().substring(ROOT.length() + 1);
  }

  /** Lines of {@code name: those it may use}; an indented line goes on with the one before. */
  private static Map<String, Set<String>> arrows(String text) {
    return text.replaceAll("\\n +", " ")
        .lines()
        .map(line -> line.split(":", -1))
        .collect(Collectors.toMap(l -> l[0], l -> Set.of(l[1].strip().split(" +"))));
  }
}
