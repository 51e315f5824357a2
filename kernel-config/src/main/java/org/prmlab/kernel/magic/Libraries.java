package org.prmlab.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jars that cells see already. A class is taken from the first jar that has it, so a second
 * version of a library would be mixed with the first: it is left out and named instead.
 */
public final class Libraries {
  /** What to add to the class path, and what to tell the user. */
  public record Choice(List<Path> added, List<String> notes) {
    public Choice {
      added = List.copyOf(added);
      notes = List.copyOf(notes);
    }
  }

  /**
   * A jar by its file's name, as Maven and most others name it.
   *
   * @param build which build of the version it is, such as one for a system; most have none
   */
  private record Jar(Path path, String artifact, String version, String build) {
    private static final Pattern NAME =
        Pattern.compile(
            "(.+?)-(\\d[^/]*?)"
                + "(-(?:linux|osx|mac|win|natives|cpu|cu\\d|sources|javadoc|tests|shaded|all)[^/]*)?\\.jar");

    static Optional<Jar> of(Path path) {
      Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
      return name.matches()
          ? Optional.of(
              new Jar(
                  path,
                  name.group(1),
                  name.group(2),
                  Optional.ofNullable(name.group(3)).orElse("")))
          : Optional.empty();
    }

    boolean hasNameOf(Jar other) {
      return artifact.equals(other.artifact) && build.equals(other.build);
    }
  }

  private static final Pattern PROPERTIES = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/.*");

  private final List<Jar> present;

  public Libraries(List<String> classPath) {
    present = classPath.stream().flatMap(entry -> Jar.of(Path.of(entry)).stream()).toList();
  }

  /** Sorts out what is here in another version. */
  public Choice choose(List<Path> entries) {
    List<Path> added = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Path entry : entries) {
      Optional<Jar> jar = Jar.of(entry);
      Optional<Jar> here = jar.flatMap(this::samePresent);
      if (jar.isEmpty() || here.isEmpty()) {
        added.add(entry);
      } else if (!jar.get().version().equals(here.get().version())) {
        notes.add(
            jar.get().artifact()
                + " "
                + jar.get().version()
                + " was not added: already here as "
                + here.get().version()
                + " ("
                + here.get().path()
                + ")");
      }
    }
    return new Choice(added, notes);
  }

  private Optional<Jar> samePresent(Jar jar) {
    return present.stream()
        .filter(here -> here.hasNameOf(jar))
        .filter(here -> isSameGroup(here, jar))
        .findFirst();
  }

  /** Two libraries of one name belong to different groups only where both say so. */
  private static boolean isSameGroup(Jar one, Jar other) {
    Optional<String> group = group(one);
    Optional<String> otherGroup = group(other);
    return group.isEmpty() || otherGroup.isEmpty() || group.equals(otherGroup);
  }

  private static Optional<String> group(Jar jar) {
    try (JarFile file = new JarFile(jar.path().toFile())) {
      return file.stream()
          .map(entry -> PROPERTIES.matcher(entry.getName()))
          .filter(name -> name.matches() && name.group(2).equals(jar.artifact()))
          .map(name -> name.group(1))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
