package org.prmlab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds in every class: names, seeds, messages, a word on each package. */
class CodeRulesTest {
  private static final String ROOT = "org.prmlab";

  /** Packages of IJava's default imports and those that notebooks import most. */
  private static final List<String> IMPORTED_BY_KERNELS =
      List.of(
          "java/util",
          "java/io",
          "java/math",
          "java/net",
          "java/util/concurrent",
          "java/util/function",
          "java/util/prefs",
          "java/util/regex",
          "java/util/stream",
          "java/nio/file");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void simpleNamesAreUniqueInTheProject() {
    Map<String, List<String>> byName =
        topLevel()
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    byName.values().removeIf(classes -> classes.size() == 1);
    assertEquals(Map.of(), byName);
  }

  @Test
  void simpleNamesDoNotClashWithWhatKernelsImport() throws IOException {
    Set<String> taken = namesIn(IMPORTED_BY_KERNELS);
    assertTrue(taken.contains("Optional"), "the names of java.util were not found");
    Set<String> clashes =
        topLevel()
            .filter(c -> c.getModifiers().toString().contains("PUBLIC"))
            .map(JavaClass::getSimpleName)
            .filter(taken::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), clashes);
  }

  /** A library does not know how it was called. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"prm", "model", "training"})
  void messagesOfALibraryNameNoOptionOfTheCommandLine(String name) throws IOException {
    Path folder = Path.of("src/main/java/org/prmlab", name);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String line : Files.readAllLines(file)) {
          assertFalse(line.matches(".*\"[^\"]*--[a-z].*"), file + ": " + line);
        }
      }
    }
  }

  @Test
  void everyGeneratorHasASeed() {
    noClasses().should().callMethod(Math.class, "random").check(CLASSES);
    noClasses().should().callConstructor(java.util.Random.class).check(CLASSES);
    noClasses().should().callConstructor(java.util.SplittableRandom.class).check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .check(CLASSES);
    noClasses().should().callMethod(java.util.UUID.class, "randomUUID").check(CLASSES);
    noClasses()
        .should()
        .callMethod(java.util.Collections.class, "shuffle", List.class)
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Set<String> described =
        CLASSES.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    packages.removeAll(described);
    assertEquals(Set.of(), packages);
  }

  @Test
  void noNameEndsInAPattern() {
    Set<String> named =
        topLevel()
            .map(JavaClass::getSimpleName)
            .filter(n -> n.matches(".*(Manager|Helper|Utils?|Impl)|Abstract.*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), named);
  }

  private static Stream<JavaClass> topLevel() {
    return CLASSES.stream()
        .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"));
  }

  private static Set<String> namesIn(List<String> packages) throws IOException {
    FileSystem jdk = FileSystems.getFileSystem(URI.create("jrt:/"));
    Set<String> names = new TreeSet<>();
    for (Path module :
        Arrays.asList("java.base", "java.prefs").stream().map(jdk::getPath).toList()) {
      for (String p : packages) {
        Path folder = jdk.getPath("/modules").resolve(module).resolve(p);
        if (Files.isDirectory(folder)) {
          try (Stream<Path> files = Files.list(folder)) {
            files
                .map(f -> f.getFileName().toString())
                .filter(f -> f.endsWith(".class") && !f.contains("$"))
                .forEach(f -> names.add(f.replace(".class", "")));
          }
        }
      }
    }
    return names;
  }
}
