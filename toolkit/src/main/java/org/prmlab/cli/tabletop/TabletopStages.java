package org.prmlab.cli.tabletop;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.prmlab.tabletop.world.WorldBuild;
import org.prmlab.tabletop.world.WorldStage;

/** Makes stages of tabletop worlds and tells of each as it is done. */
final class TabletopStages {
  private TabletopStages() {}

  static void build(List<WorldStage> stages, int jobs, PrintWriter terminal) {
    long begin = System.nanoTime();
    int made =
        WorldBuild.run(
            stages,
            jobs,
            (stage, took, done, total) -> {
              long elapsed = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
              long left = elapsed * (total - done) / done;
              terminal.printf(
                  Locale.ROOT,
                  "[%d/%d] %s: %d s (%d s of processor time), about %d:%02d left%n",
                  done,
                  total,
                  stage.name(),
                  took.wall().toSeconds(),
                  took.processor().toSeconds(),
                  left / 60,
                  left % 60);
              terminal.flush();
            });
    terminal.printf(
        "made: %d stages in %d s; %d were there%n",
        made, Duration.ofNanos(System.nanoTime() - begin).toSeconds(), stages.size() - made);
  }
}
