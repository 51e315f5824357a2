package org.prmlab.cli.common;

import java.util.Arrays;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Which options were typed: those that would have no effect are refused, not ignored. */
public record GivenOptions(CommandSpec spec) {

  boolean has(String name) {
    ParseResult given = spec.commandLine().getParseResult();
    return given.hasMatchedOption(name);
  }

  /**
   * @throws ParameterException if one of these was given
   * @param why they have no effect, e.g. {@code the PRM runs on a server}
   */
  public void refuse(String why, String... names) {
    Arrays.stream(names)
        .filter(this::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw wrong("%s has no effect, since %s; leave it out".formatted(name, why));
            });
  }

  /**
   * @throws ParameterException if it was not given
   * @param why it is needed
   */
  public void require(String name, String why) {
    if (!has(name)) {
      throw wrong("%s is missing: %s".formatted(name, why));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
