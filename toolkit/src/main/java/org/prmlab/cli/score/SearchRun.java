package org.prmlab.cli.score;

import java.util.List;
import java.util.Map;
import org.prmlab.data.Problem;
import org.prmlab.format.ResumableJsonLines;
import org.prmlab.search.ModelProposer;
import org.prmlab.search.SearchResult;
import org.prmlab.search.StepSearch;

/**
 * Searches problems window by window, in file order. A window is searched as a whole even if an
 * earlier run wrote part of it, so that the batches, and with them the last digits of every score,
 * do not depend on where a run was interrupted; what the policy answered is in the journal.
 *
 * @param search of some problems
 * @param policy of the search
 * @param name of the policy
 * @param unanswered what happens where the policy does not answer
 */
public record SearchRun(
    StepSearch search, ModelProposer policy, String name, Unanswered unanswered) {

  /** By name on the command line. */
  public enum Unanswered {
    /** The run ends; the same command asks again. */
    STOP,
    /** The path is given up. */
    DROP
  }

  /** A window begins or has ended. */
  @FunctionalInterface
  interface Progress {
    void window(int done, int problems);
  }

  /**
   * Searches what the result lacks.
   *
   * @param size problems of a window
   * @throws IllegalStateException if answers are missing and that stops the run
   */
  void write(List<Problem> problems, ResumableJsonLines lines, int size, Progress progress) {
    for (int from = lines.done() / size * size; from < problems.size(); from += size) {
      List<Problem> window = problems.subList(from, Math.min(from + size, problems.size()));
      progress.window(from, window.size());
      List<SearchResult> results = search.run(window);
      refuse(policy.unanswered());
      for (int i = lines.done() - from; i < window.size(); i++) {
        lines.append(window.get(i).id(), SearchRecord.of(results.get(i), name));
      }
    }
  }

  private void refuse(Map<String, String> missing) {
    if (unanswered == Unanswered.STOP && !missing.isEmpty()) {
      Map.Entry<String, String> first = missing.entrySet().iterator().next();
      throw new IllegalStateException(
          "%d prompts have no answer (%s: %s); the same command asks again, --unanswered drop goes on without those paths"
              .formatted(missing.size(), first.getKey(), first.getValue()));
    }
  }
}
