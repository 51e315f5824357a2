package org.prmlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prmlab.cli.common.Project;
import org.prmlab.site.StaticSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prmlab site}: the executed notebooks as web pages. */
@Command(
    name = "site",
    description = {
      "Write the executed notebooks and the figures as a static web site with a start page.",
      "Takes what the last ./prmlab run left in target/pages and figures."
    })
final class SiteCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write (default: target/site).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Project project = Project.ofEnvironment();
    Path folder = out == null ? project.site() : out;
    StaticSite site = StaticSite.of(project.pages(), project.figures());
    Path start = site.write(project.pages(), project.figures(), folder);
    spec.commandLine()
        .getOut()
        .printf(
            "site: %d notebooks, %d figures; open %s%n",
            site.notebooks().size(), site.figures().size(), start);
    return 0;
  }
}
