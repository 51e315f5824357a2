package org.prmlab.cli.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.prmlab.cli.common.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prmlab spark submit-args}: the line that runs a job on a cluster of one's own. */
@Command(
    name = "submit-args",
    description = {
      "Print the spark-submit line that runs one of these commands on a cluster.",
      "Write the command and its options after --, for example: prmlab spark submit-args --master"
          + " spark://host:7077 -- score --prm DIR --data FILE --out FILE. Paths must be the same"
          + " on every machine."
    })
final class SparkSubmitCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final SparkOptions spark = new SparkOptions();

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command, after --.")
  private List<String> command = List.of();

  @Override
  public Integer call() throws IOException {
    Path toolkit = Project.ofEnvironment().home().resolve("toolkit");
    spec.commandLine()
        .getOut()
        .println(line(toolkit, spec.root().userObject().getClass().getName()));
    return 0;
  }

  /**
   * The line.
   *
   * @param toolkit the folder of the toolkit, built
   * @param program the main class
   * @throws IllegalStateException if it is not built with Spark
   */
  String line(Path toolkit, String program) throws IOException {
    List<String> line = new ArrayList<>(List.of("spark-submit"));
    line.addAll(List.of("--master", spark.master().orElse("spark://HOST:7077")));
    line.addAll(List.of("--class", program));
    spark.settings().forEach((key, value) -> line.addAll(List.of("--conf", key + "=" + value)));
    line.addAll(List.of("--jars", jars(toolkit, libraries())));
    line.add(jar(toolkit.resolve("target")).toString());
    line.add("spark");
    line.addAll(command);
    return line.stream().map(SparkSubmitCommand::quoted).collect(Collectors.joining(" "));
  }

  /** With the CPU build of the engine on the class path DJL would not look for the CUDA build. */
  private List<String> libraries() {
    boolean onGpus = spark.settings().containsKey("spark.task.resource.gpu.amount");
    return onGpus ? List.of("lib") : List.of("lib", "native-cpu");
  }

  /** All that Spark does not bring itself. */
  private static String jars(Path toolkit, List<String> libraries) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(jar(toolkit.resolve(Path.of("spark", "target"))));
    for (String folder : libraries) {
      try (Stream<Path> files = Files.list(toolkit.resolve("target").resolve(folder))) {
        files.filter(SparkSubmitCommand::isOurs).sorted().forEach(jars::add);
      }
    }
    return jars.stream().map(Path::toString).collect(Collectors.joining(","));
  }

  /** Spark logs by itself, and has a JSON library that must not be there twice. */
  private static boolean isOurs(Path jar) {
    String name = jar.getFileName().toString();
    return name.endsWith(".jar") && !name.startsWith("slf4j-") && !name.startsWith("jackson-");
  }

  private static Path jar(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> found =
            files.filter(f -> f.getFileName().toString().matches("prmlab-.*\\.jar")).toList();
        if (found.size() == 1) {
          return found.get(0);
        }
      }
    }
    throw new IllegalStateException(
        folder + " holds no jar of prmlab; build it: ./mvnw -q -Pspark -DskipTests package");
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
