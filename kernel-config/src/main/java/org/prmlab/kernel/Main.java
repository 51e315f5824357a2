package org.prmlab.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.prmlab.kernel.install.Installer;
import org.prmlab.kernel.wire.ConnectionFile;

/** Starts the kernel for a front end, or installs its kernelspec. */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar prmlab-kernel.jar CONNECTION_FILE
             java -jar prmlab-kernel.jar install (--prefix DIR | --user | --sys-prefix)
                  [--kernel embedded|ijava|jjava] [--stock DIR]
                  [--classpath GLOBS] [--env NAME=VALUE]... [--no-archive]

      --stock DIR  where the kernelspec of stock IJava or JJava is, if not where Jupyter looks
      """;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    List<String> given = Arrays.asList(arguments);
    if (given.isEmpty() || given.contains("--help")) {
      System.err.print(USAGE);
      System.exit(given.isEmpty() ? 2 : 0);
    }
    if (given.get(0).equals("install")) {
      System.exit(install(given.subList(1, given.size())));
    }
    if (given.get(0).equals(Rehearsal.COMMAND)) {
      Rehearsal.run();
      System.exit(0);
    }
    try {
      new Session(ConnectionFile.read(Path.of(given.get(0))), new Environment(System.getenv()))
          .run();
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int install(List<String> options) {
    try {
      Installer.Outcome outcome = Installer.install(options);
      System.out.println(outcome.message());
      outcome.warning().ifPresent(System.err::println);
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.print(USAGE);
      return 2;
    } catch (IOException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
