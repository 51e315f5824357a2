package org.prmlab.cli.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prmlab.cli.PrmLab;
import picocli.CommandLine;

class SparkSubmitCommandTest {
  @TempDir private Path toolkit;

  private void jars(String... jars) throws IOException {
    for (String jar : jars) {
      Files.createDirectories(toolkit.resolve(jar).getParent());
      Files.createFile(toolkit.resolve(jar));
    }
  }

  private String line(String... arguments) throws IOException {
    return CommandLine.populateCommand(new SparkSubmitCommand(), arguments)
        .line(toolkit, PrmLab.class.getName())
        .replace(toolkit + "/", "");
  }

  @Test
  void theLineHoldsWhatSparkDoesNotBring() throws IOException {
    jars("target/prmlab-toolkit-1.jar", "spark/target/prmlab-spark-1.jar");
    jars("target/lib/djl.jar", "target/lib/slf4j-simple.jar", "target/lib/jackson-core.jar");
    jars("target/native-cpu/pytorch.jar");
    assertEquals(
        "spark-submit --master spark://host:7077 --class org.prmlab.cli.PrmLab --conf"
            + " spark.task.cpus=4 --jars"
            + " spark/target/prmlab-spark-1.jar,target/lib/djl.jar,target/native-cpu/pytorch.jar"
            + " target/prmlab-toolkit-1.jar spark score --data 'a b'",
        line(
            "--master",
            "spark://host:7077",
            "--conf",
            "spark.task.cpus=4",
            "--",
            "score",
            "--data",
            "a b"));
    assertEquals(
        "spark-submit --master spark://HOST:7077 --class org.prmlab.cli.PrmLab"
            + " --conf spark.task.resource.gpu.amount=1"
            + " --jars spark/target/prmlab-spark-1.jar,target/lib/djl.jar"
            + " target/prmlab-toolkit-1.jar spark agree a b",
        line("--conf", "spark.task.resource.gpu.amount=1", "agree", "a", "b"),
        "the CPU build of the engine would keep a GPU from being used");
  }

  @Test
  void whatIsNotBuiltIsToBeBuilt() throws IOException {
    jars("target/prmlab-toolkit-1.jar", "target/lib/djl.jar", "target/native-cpu/pytorch.jar");
    Exception e = assertThrows(IllegalStateException.class, () -> line("agree", "a", "b"));
    assertEquals(
        toolkit.resolve(Path.of("spark", "target"))
            + " holds no jar of prmlab; build it: ./mvnw -q -Pspark -DskipTests package",
        e.getMessage());
  }
}
