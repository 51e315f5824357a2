package org.prmlab.cli.common;

import java.util.ServiceLoader;
import picocli.CommandLine;

/** Commands of a jar beside the toolkit's, found by {@link ServiceLoader}. */
public interface CommandModule {
  /** Adds its commands, and how their values are read, to the command line. */
  void addTo(CommandLine line);

  /** Adds the commands of every module on the class path. */
  static void addAll(CommandLine line) {
    ServiceLoader.load(CommandModule.class).forEach(module -> module.addTo(line));
  }
}
