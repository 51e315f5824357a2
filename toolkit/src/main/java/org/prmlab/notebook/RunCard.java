package org.prmlab.notebook;

import java.util.ArrayList;
import java.util.List;
import org.prmlab.data.StepDataset;
import org.prmlab.data.ToolkitVersion;
import org.prmlab.prm.ProcessRewardModel;
import org.prmlab.stats.Bootstrap;

/**
 * What a page was made from, its last cell: the toolkit's version, the data with their hashes, the
 * seeds. Nothing in it depends on time or place.
 */
public record RunCard(List<String> lines) {
  public RunCard {
    lines = List.copyOf(lines);
  }

  /** A card that says the toolkit's version. */
  public static RunCard ofToolkit() {
    return new RunCard(List.of(ToolkitVersion.text()));
  }

  /** A card of data and of the intervals drawn from it. */
  public static RunCard of(StepDataset data, Bootstrap bootstrap) {
    return ofToolkit().with(data).with(bootstrap);
  }

  /** A card of data, of the PRM that scored it, and of the intervals drawn from it. */
  public static RunCard of(StepDataset data, ProcessRewardModel prm, Bootstrap bootstrap) {
    return ofToolkit().with(data).with(prm).with(bootstrap);
  }

  /** With one more data set, by its card. */
  public RunCard with(StepDataset data) {
    return withData(data.card().name(), data.card().sha256());
  }

  /** With one more PRM: its files and settings. */
  public RunCard with(ProcessRewardModel prm) {
    return withData("PRM " + prm.name() + ", its files and settings", prm.fingerprint());
  }

  /** With the seed of the intervals. */
  public RunCard with(Bootstrap bootstrap) {
    return withSeed("intervals", bootstrap.seed());
  }

  /**
   * With one more data set.
   *
   * @param sha256 of its bytes, 64 hexadecimal digits, of which the card shows the first 12
   */
  public RunCard withData(String name, String sha256) {
    return with("data: %s, sha-256 %s...".formatted(name, sha256.substring(0, 12)));
  }

  /** With one more seed. */
  public RunCard withSeed(String use, long seed) {
    return with("seed: %d for %s".formatted(seed, use));
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }

  private RunCard with(String line) {
    List<String> more = new ArrayList<>(lines);
    more.add(line);
    return new RunCard(more);
  }
}
