package org.prmlab.cli.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prmlab.llm.AnswerJournal;
import org.prmlab.llm.CompletionSource;
import org.prmlab.llm.TokenUsage;

/**
 * What a run took.
 *
 * @param requests sent, failed ones included; null for a local model
 * @param thisRun answers that came in this run
 * @param earlier answers that earlier runs left in the journal
 * @param cost of both by the user's prices; null without a table
 */
public record UsageReport(
    @Nullable Long requests,
    TokenUsage thisRun,
    TokenUsage earlier,
    @Nullable Double cost,
    double seconds) {

  public static UsageReport of(
      CompletionSource model, AnswerJournal journal, CompletionOptions options, long begin) {
    return new UsageReport(
        CompletionOptions.requests(model),
        journal.added(),
        journal.earlier(),
        options.cost(journal.added().plus(journal.earlier())),
        (System.nanoTime() - begin) / 1e9);
  }

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "this run: %,d answers, %,d tokens read and %,d written in %.1f s",
            thisRun.answers(),
            thisRun.promptTokens(),
            thisRun.completionTokens(),
            seconds));
    if (requests != null && requests > 0) {
      lines.set(0, lines.get(0) + String.format(Locale.ROOT, ", %,d requests", requests));
    }
    if (earlier.answers() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "earlier runs: %,d answers, %,d tokens read and %,d written",
              earlier.answers(),
              earlier.promptTokens(),
              earlier.completionTokens()));
    }
    if (cost != null) {
      lines.add(String.format(Locale.ROOT, "cost by the price table, all runs: %.2f", cost));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
