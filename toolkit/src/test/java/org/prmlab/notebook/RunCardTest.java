package org.prmlab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prmlab.data.DatasetCard;
import org.prmlab.data.StepDataset;
import org.prmlab.stats.Bootstrap;

class RunCardTest {
  @Test
  void namesDataByTheirCardAndIntervalsByTheirSeed() {
    String hash = "0123456789abcdef".repeat(4);
    StepDataset data = new StepDataset(DatasetCard.of("steps.jsonl", "prmlab", hash), List.of());
    List<String> lines =
        RunCard.of(data, Bootstrap.withDefaults()).withSeed("rollouts", 30).lines();
    assertEquals(
        List.of(
            "data: steps.jsonl, sha-256 0123456789ab...",
            "seed: %d for intervals".formatted(Bootstrap.withDefaults().seed()),
            "seed: 30 for rollouts"),
        lines.subList(1, 4));
  }
}
