package org.prmlab.cli.common;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where step scores are: in a file of their own, or in the data. A command that measures something
 * else as well extends this group, of which one option is given.
 */
public class ScoresOptions {
  @Option(names = "--scores", paramLabel = "FILE", description = "Step scores by id.")
  private @Nullable Path scores;

  @Option(names = "--prm", paramLabel = "NAME", description = "Use this PRM's scores in the data.")
  private @Nullable String prm;

  /** The file of scores, if that option was given. */
  public Optional<Path> file() {
    return Optional.ofNullable(scores);
  }

  /** The PRM whose scores the data have, if that option was given. */
  public Optional<String> prm() {
    return Optional.ofNullable(prm);
  }

  /** The scores; empty if neither option was given. */
  public Optional<ScoreSource> source() {
    return file().map(ScoreSource::ofFile).or(() -> prm().map(ScoreSource::ofPrm));
  }
}
