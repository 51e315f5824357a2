package org.prmlab.kernel.install;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A kernelspec that somebody else has written, and what it starts.
 *
 * @param folder the folder of its {@code kernel.json}
 * @param spec what that file says
 */
record StockSpec(Path folder, JsonObject spec) {
  private static final Pattern JAVA = Pattern.compile("(?i)javaw?(\\.exe)?|jbang(\\.cmd)?");
  private static final Pattern PLACEHOLDER = Pattern.compile("@[A-Z_]{3,}@");
  private static final String CONNECTION = "{connection_file}";

  /** Reads {@code kernel.json} in a folder; an error says what keeps it from being used. */
  static StockSpec read(Path folder) throws IOException {
    Path file = folder.resolve("kernel.json");
    try {
      JsonElement json = JsonParser.parseString(Files.readString(file));
      if (json.isJsonObject() && command(json.getAsJsonObject()).isPresent()) {
        return new StockSpec(folder, json.getAsJsonObject());
      }
      throw unfinished(file, "it has no \"argv\", the command that starts the kernel");
    } catch (JsonParseException e) {
      throw unfinished(file, "it is not JSON");
    }
  }

  /** The command of a kernelspec; empty unless it is a list of texts. */
  private static Optional<List<String>> command(JsonObject spec) {
    if (!(spec.get("argv") instanceof JsonArray argv) || argv.isEmpty()) {
      return Optional.empty();
    }
    boolean isText =
        StreamSupport.stream(argv.spliterator(), false)
            .allMatch(one -> one.isJsonPrimitive() && one.getAsJsonPrimitive().isString());
    return isText
        ? Optional.of(
            StreamSupport.stream(argv.spliterator(), false).map(JsonElement::getAsString).toList())
        : Optional.empty();
  }

  /** The command, the folder put in where the kernelspec leaves a place for it. */
  List<String> command() {
    return command(spec).orElseThrow().stream()
        .map(argument -> argument.replace("{resource_dir}", folder.toString()))
        .toList();
  }

  /** Whether its command is a Java that runs this kernel. */
  boolean starts(KernelKind kind) {
    List<String> command = command();
    boolean isJava = command.stream().limit(2).anyMatch(one -> JAVA.matcher(name(one)).matches());
    return isJava && command.stream().anyMatch(argument -> isKernel(argument, kind));
  }

  private static boolean isKernel(String argument, KernelKind kind) {
    String mainPackage =
        kind == KernelKind.IJAVA ? "io.github.spencerpark.ijava." : "org.dflib.jjava.";
    if (argument.startsWith(mainPackage)) {
      return true;
    }
    String name = name(argument);
    return Pattern.matches("(?i)" + kind.label() + "([-_.].*)?\\.jar", name)
        || (name.endsWith(".jar") && mainClass(argument).startsWith(mainPackage));
  }

  private static String mainClass(String jar) {
    try (JarFile file = new JarFile(jar)) {
      return Optional.ofNullable(file.getManifest())
          .map(Manifest::getMainAttributes)
          .map(attributes -> attributes.getValue("Main-Class"))
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** The last part of a path of whatever system. */
  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Fails if the kernelspec is a template, or names files that are not there. */
  void requireFinished() throws IOException {
    Path file = folder.resolve("kernel.json");
    List<String> command = command();
    for (String argument : command) {
      if (PLACEHOLDER.matcher(argument).find()) {
        throw unfinished(
            file, argument + " is a placeholder; run the install script that came with it");
      }
      if (argument.endsWith(".jar") && isMissing(argument)) {
        throw unfinished(file, argument + " is not there");
      }
    }
    if (command.stream().noneMatch(argument -> argument.contains(CONNECTION))) {
      throw unfinished(file, "its command does not take " + CONNECTION);
    }
  }

  private static boolean isMissing(String file) {
    try {
      Path path = Path.of(file);
      return path.isAbsolute() && !Files.exists(path);
    } catch (InvalidPathException e) {
      return true;
    }
  }

  private static IOException unfinished(Path file, String why) {
    return new IOException(file + ": not a finished kernelspec: " + why);
  }
}
