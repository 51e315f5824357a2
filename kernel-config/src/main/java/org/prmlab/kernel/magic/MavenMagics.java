package org.prmlab.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.CellMagic;
import org.dflib.jjava.jupyter.kernel.magic.LineMagic;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;

/** {@code %maven}, {@code %mavenRepo}, {@code %loadFromPOM}: libraries from Maven repositories. */
public final class MavenMagics {
  private static final List<String> KEYWORDS = List.of("--from");

  private final Notebook notebook;
  private @Nullable Repositories repositories;

  public MavenMagics(Notebook notebook) {
    this.notebook = notebook;
  }

  public void register(MagicsRegistry registry) {
    LineMagic<@Nullable Object, BaseKernel> maven = (kernel, arguments) -> addLibraries(arguments);
    for (String name : List.of("maven", "addMavenDependency", "addMavenDependencies")) {
      registry.registerLineMagic(name, maven);
    }
    LineMagic<@Nullable Object, BaseKernel> repository = (kernel, given) -> addRepository(given);
    registry
        .registerLineMagic("mavenRepo", repository)
        .registerLineMagic("addMavenRepo", repository);
    LineMagic<@Nullable Object, BaseKernel> pomFile = (kernel, given) -> loadPomFile(given);
    CellMagic<@Nullable Object, BaseKernel> pomText =
        (kernel, given, body) -> load(PomSource.ofText(body), parse(given));
    registry.registerLineMagic("loadFromPOM", pomFile).registerCellMagic("loadFromPOM", pomText);
  }

  private @Nullable Object addLibraries(List<String> given) throws IOException {
    MagicArguments arguments = parse(given);
    List<Dependency> libraries =
        arguments.positional().stream()
            .map(text -> new Dependency(Coordinates.parse(text), "runtime"))
            .toList();
    if (libraries.isEmpty()) {
      throw new IllegalArgumentException("no library given; write %maven group:artifact:version");
    }
    add(repositories().resolve(libraries, List.of(), arguments.keyword("--from")), arguments);
    return null;
  }

  private @Nullable Object addRepository(List<String> given) {
    List<String> pair = parse(given).positional();
    if (pair.size() != 2) {
      throw new IllegalArgumentException(
          "expected a name and an address, found " + pair + "; write %mavenRepo ID URL");
    }
    repositories().add(pair.get(0), pair.get(1));
    return null;
  }

  private @Nullable Object loadPomFile(List<String> given) throws IOException {
    MagicArguments arguments = parse(given);
    if (arguments.positional().isEmpty()) {
      throw new IllegalArgumentException("no file given; write %loadFromPOM FILE [scopes]");
    }
    Path file = Path.of(arguments.positional().get(0));
    List<String> scopes = arguments.positional().subList(1, arguments.positional().size());
    return load(
        PomSource.ofFile(file),
        new MagicArguments(scopes, arguments.keywords(), arguments.flags()));
  }

  private @Nullable Object load(PomSource pom, MagicArguments arguments) throws IOException {
    PomSource.Request request = pom.read(repositories(), arguments.positional());
    add(
        repositories().resolve(request.libraries(), request.managed(), Optional.empty()),
        arguments);
    return null;
  }

  private void add(List<Path> jars, MagicArguments arguments) {
    notebook.addToClassPath(jars);
    if (arguments.isVerbose()) {
      jars.forEach(jar -> System.out.println(jar));
    }
  }

  /** Made at the first use: most notebooks never need Maven's classes. */
  private Repositories repositories() {
    Repositories made = repositories;
    if (made == null) {
      made = new Repositories();
      repositories = made;
    }
    return made;
  }

  private static MagicArguments parse(List<String> given) {
    return MagicArguments.parse(given, KEYWORDS);
  }
}
