package org.prmlab.kernel.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Maven's repositories: the user's settings and local repository, Maven Central, and what the
 * notebook added.
 */
final class Repositories {
  private final Map<String, RemoteRepository> added = new LinkedHashMap<>();

  /** Adds a repository under a name; a later one of the same name replaces it. */
  void add(String id, String url) {
    added.put(id, new RemoteRepository.Builder(id, "default", url).build());
  }

  /** The jars of these dependencies and of everything they need at run time. */
  List<Path> resolve(List<Dependency> roots, List<Dependency> managed, Optional<String> from)
      throws IOException {
    try (Context context = context()) {
      CollectRequest collect = new CollectRequest();
      collect.setDependencies(roots);
      collect.setManagedDependencies(managed);
      collect.setRepositories(remotes(context, from));
      return context
          .repositorySystem()
          .resolveDependencies(
              context.repositorySystemSession(), new DependencyRequest(collect, null))
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .filter(artifact -> artifact.getExtension().equals("jar"))
          .map(artifact -> artifact.getFile().toPath())
          .toList();
    } catch (DependencyResolutionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What a POM asks for, with its parents, properties and imported version lists applied. */
  ArtifactDescriptorResult describe(Artifact project, Path pom) throws IOException {
    try (Context context = context()) {
      DefaultRepositorySystemSession session =
          new DefaultRepositorySystemSession(context.repositorySystemSession());
      session.setWorkspaceReader(new OneProject(project, pom));
      ArtifactDescriptorRequest request =
          new ArtifactDescriptorRequest(project, remotes(context, Optional.empty()), null);
      return context.repositorySystem().readArtifactDescriptor(session, request);
    } catch (ArtifactDescriptorException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Context context() {
    ContextOverrides settings = ContextOverrides.create().withUserSettings(true).build();
    return Runtimes.INSTANCE.getRuntime().create(settings);
  }

  private List<RemoteRepository> remotes(Context context, Optional<String> from) {
    List<RemoteRepository> remotes = new ArrayList<>();
    if (from.isPresent()) {
      String name = from.get();
      RemoteRepository known = added.get(name);
      remotes.add(
          known != null ? known : new RemoteRepository.Builder(name, "default", name).build());
    }
    remotes.addAll(added.values());
    List<RemoteRepository> own =
        context
            .repositorySystem()
            .newResolutionRepositories(context.repositorySystemSession(), remotes);
    List<RemoteRepository> all = new ArrayList<>(own);
    all.addAll(context.remoteRepositories());
    return all;
  }

  /** Shows the resolver one POM file as if it were the POM of an artifact. */
  private record OneProject(Artifact project, Path pom) implements WorkspaceReader {
    @Override
    public WorkspaceRepository getRepository() {
      return new WorkspaceRepository("notebook");
    }

    @Override
    public java.io.@org.jspecify.annotations.Nullable File findArtifact(Artifact artifact) {
      boolean isProject =
          artifact.getArtifactId().equals(project.getArtifactId())
              && artifact.getGroupId().equals(project.getGroupId())
              && artifact.getExtension().equals("pom");
      return isProject ? pom.toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
      return List.of();
    }
  }
}
