package org.prmlab.cli.data;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.ReportFormat;
import org.prmlab.model.hub.HubCache;
import org.prmlab.model.hub.HubCache.Kind;
import org.prmlab.model.hub.HubConnection;
import org.prmlab.model.hub.HubFetch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code prmlab fetch}: a model or data set into the cache. */
@Command(
    name = "fetch",
    description = {
      "Bring a model or data set of the Hub into the cache, checked by size and hash.",
      "A broken download goes on where it broke. A token is read from HF_TOKEN only."
    })
public final class FetchCommand implements Callable<Integer> {
  private static final double MEBIBYTE = 1 << 20;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Mixin private final ReportFormat format = new ReportFormat();

  @Parameters(paramLabel = "HUB-ID", description = "owner/name, e.g. Qwen/Qwen2.5-Math-PRM-7B")
  private String id = "";

  @Option(names = "--dataset", description = "It is a data set, not a model.")
  private boolean dataset;

  @Option(
      names = "--revision",
      defaultValue = "main",
      paramLabel = "NAME",
      description = "Branch, tag or commit (default: main).")
  private String revision = "main";

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "A mirror of the Hub (default: HF_ENDPOINT, else https://huggingface.co).")
  private @Nullable String endpoint;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "Where to put it (default: PRMLAB_CACHE, else ~/.cache/prmlab).")
  private @Nullable Path cache;

  /** What was fetched. */
  record Report(String id, Path folder, List<String> files, long bytes) {}

  @Override
  public Integer call() {
    String from = System.getenv().getOrDefault("HF_ENDPOINT", "https://huggingface.co");
    HubConnection hub = HubConnection.of(endpoint == null ? from : endpoint, System.getenv());
    HubCache home = cache == null ? HubCache.ofEnvironment() : new HubCache(cache);
    List<String> files = new ArrayList<>();
    long[] bytes = new long[1];
    PrintWriter err = spec.commandLine().getErr();
    Path folder =
        new HubFetch(hub, home)
            .fetch(
                dataset ? Kind.DATASET : Kind.MODEL,
                id,
                revision,
                (file, size) -> {
                  files.add(file);
                  bytes[0] += size;
                  err.printf(Locale.ROOT, "%s (%.1f MiB)%n", file, size / MEBIBYTE);
                  err.flush();
                });
    Report report = new Report(id, folder, files, bytes[0]);
    format.print(
        report,
        String.format(
            Locale.ROOT,
            "%s: %d files, %.1f MiB in %s",
            id,
            files.size(),
            bytes[0] / MEBIBYTE,
            folder));
    return 0;
  }
}
