package org.prmlab.notebook;

import java.time.Duration;
import java.util.Locale;
import org.prmlab.report.Html;
import org.prmlab.report.View;

/**
 * How far some work is.
 *
 * @param done units of work done
 * @param total units there are; 0 if nobody knows
 * @param tokensPerSecond the rate of a model; 0 if no model is at work
 * @param leftNanos time left at the rate so far
 */
record ProgressState(long done, long total, double tokensPerSecond, long leftNanos) {
  /** A state on the way: with the rate and the time left. */
  View underWay(String work, String unit) {
    StringBuilder text = new StringBuilder(counted(work, unit));
    if (tokensPerSecond > 0) {
      text.append(String.format(Locale.ROOT, ", %,.0f tokens/s", tokensPerSecond));
    }
    if (total > 0 && done > 0) {
      long seconds = Duration.ofNanos(leftNanos).toSeconds();
      text.append(String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60));
    }
    return view(text.toString());
  }

  /** The last state: nothing that differs from run to run. */
  View atEnd(String work, String unit) {
    return view(counted(work, unit) + (done < total ? ", stopped" : ""));
  }

  private String counted(String work, String unit) {
    String of = total > 0 ? String.format(Locale.ROOT, " of %,d", total) : "";
    return String.format(Locale.ROOT, "%s: %,d%s %s", work, done, of, unit);
  }

  private View view(String text) {
    String bar =
        total > 0
            ? "<progress value=\"%d\" max=\"%d\" style=\"width:20em\"></progress> "
                .formatted(done, total)
            : "";
    return View.ofText(text).withHtml("<div>" + bar + Html.escape(text) + "</div>");
  }
}
