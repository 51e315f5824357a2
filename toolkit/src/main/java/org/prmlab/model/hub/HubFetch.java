package org.prmlab.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.prmlab.model.folder.Fingerprint;
import org.prmlab.model.hub.HubCache.Kind;

/**
 * Brings a repository of the Hub into the cache: only what the toolkit reads, every file checked by
 * size and hash before it is moved into place, a broken download continued where it broke.
 */
public final class HubFetch {
  private static final Pattern WANTED_OF_MODELS =
      Pattern.compile("[\\w.-]+\\.(json|safetensors|jinja)");
  private static final Pattern WANTED_OF_DATASETS =
      Pattern.compile("([\\w.-]+/)*[\\w.-]+\\.(json|jsonl|jsonl\\.gz|csv|parquet|md)");

  private final HubConnection hub;
  private final HubCache cache;

  public HubFetch(HubConnection hub, HubCache cache) {
    this.hub = hub;
    this.cache = cache;
  }

  /** Hears of each file when it is in place. */
  @FunctionalInterface
  public interface Listener {
    void inPlace(String file, long bytes);
  }

  /**
   * Fetches all files that are not in place yet.
   *
   * @param id as the Hub has it, owner/name
   * @param revision a branch, tag or commit, e.g. {@code main}
   * @return the folder
   * @throws UncheckedIOException if the Hub cannot be reached, refuses, or sends other bytes than
   *     it promised
   */
  public Path fetch(Kind kind, String id, String revision, Listener listener) {
    Path folder = cache.folder(kind, id);
    try {
      String api = "/api/%s/%s/revision/%s?blobs=true".formatted(kind.plural(), id, revision);
      JsonNode json = new ObjectMapper().readTree(hub.text(api));
      String commit = json.path("sha").asText(revision);
      List<HubFile> files = wanted(kind, json.path("siblings"));
      if (files.isEmpty()) {
        throw new IOException(id + " holds no file that the toolkit reads; is it the right id?");
      }
      Files.createDirectories(folder);
      String prefix = kind == Kind.MODEL ? "" : "/datasets";
      for (HubFile file : files) {
        bring(prefix + "/" + id + "/resolve/" + commit + "/" + file.name(), file, folder);
        listener.inPlace(file.name(), file.size());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<HubFile> wanted(Kind kind, JsonNode siblings) throws IOException {
    Pattern wanted = kind == Kind.MODEL ? WANTED_OF_MODELS : WANTED_OF_DATASETS;
    List<HubFile> files = new ArrayList<>();
    for (JsonNode file : siblings) {
      String name = file.path("rfilename").asText("");
      if (wanted.matcher(name).matches() && !name.contains("..")) {
        String hash = file.path("lfs").path("sha256").asText(file.path("blobId").asText(""));
        long size = file.path("lfs").path("size").asLong(file.path("size").asLong(-1));
        if (hash.isEmpty() || size < 0) {
          throw new IOException(name + ": the Hub gives no size or hash; cannot check it");
        }
        files.add(new HubFile(name, size, hash.toLowerCase(Locale.ROOT)));
      }
    }
    return files;
  }

  private void bring(String address, HubFile file, Path folder) throws IOException {
    Path target = folder.resolve(file.name());
    if (isWhole(target, file)) {
      return;
    }
    Files.createDirectories(folder.resolve(file.name()).toAbsolutePath().getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    hub.download(address, part, file.size());
    if (!isWhole(part, file)) {
      Files.deleteIfExists(part);
      throw new IOException(
          target + ": the bytes that came have another hash than the Hub promised; fetch it again");
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isWhole(Path path, HubFile file) throws IOException {
    return Files.isRegularFile(path)
        && Files.size(path) == file.size()
        && Fingerprint.hash(path, file.digest()).equals(file.hash());
  }
}
