package org.prmlab.model.text;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.prmlab.model.engine.EngineSetup;
import org.prmlab.model.folder.CheckpointException;
import org.prmlab.model.folder.CheckpointFiles;

/**
 * A checkpoint's own tokenizer. Text becomes exactly the tokens of that text: nothing is added in
 * front, cut off or padded; special tokens written in the text count as themselves.
 */
public final class TextTokenizer implements AutoCloseable {
  private static final Map<String, String> AS_IS =
      Map.of("addSpecialTokens", "false", "truncation", "do_not_truncate", "padding", "do_not_pad");

  private final Path file;
  private final HuggingFaceTokenizer tokenizer;

  private TextTokenizer(Path file, HuggingFaceTokenizer tokenizer) {
    this.file = file;
    this.tokenizer = tokenizer;
  }

  /**
   * Reads {@code tokenizer.json} of a folder.
   *
   * @throws CheckpointException if there is none, or the tokenizers library rejects it
   */
  public static TextTokenizer read(Path folder) {
    Path file = folder.resolve("tokenizer.json");
    EngineSetup.prepare();
    try (InputStream in = Files.newInputStream(CheckpointFiles.requireContent(file))) {
      return new TextTokenizer(file, HuggingFaceTokenizer.newInstance(in, AS_IS));
    } catch (NoSuchFileException e) {
      throw CheckpointException.because(
          file, "no such file; the fast tokenizer's file is needed to read text", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CheckpointException e) {
      throw e;
    } catch (RuntimeException e) {
      throw CheckpointException.because(
          file, "the tokenizers library rejects it: " + e.getMessage() + "; download it again", e);
    }
  }

  /** The token ids of a text. */
  public int[] encode(String text) {
    long[] ids = tokenizer.encode(text, false, false).getIds();
    return Arrays.stream(ids).mapToInt(Math::toIntExact).toArray();
  }

  /** The text of some tokens, special ones included. */
  public String decode(int... ids) {
    return tokenizer.decode(IntStream.of(ids).asLongStream().toArray(), false);
  }

  /**
   * The id of a word that is one token.
   *
   * @throws CheckpointException if the vocabulary splits it
   */
  public int id(String word) {
    int[] ids = encode(word);
    if (ids.length != 1) {
      throw CheckpointException.at(
          file, "'%s' is %d tokens, expected one; tokenizer of another model?", word, ids.length);
    }
    return ids[0];
  }

  /** Whether a word is one token. */
  public boolean has(String word) {
    return encode(word).length == 1;
  }

  /**
   * The id of a word after a space: the last token of the word alone, since some tokenizers put a
   * space of their own in front.
   *
   * @throws CheckpointException if the vocabulary splits the word itself
   */
  public int idAfterSpace(String word) {
    int[] ids = encode(word);
    int last = ids.length == 0 ? -1 : ids[ids.length - 1];
    if (last < 0 || !decode(last).strip().equals(word)) {
      throw CheckpointException.at(
          file, "'%s' is no single token; tokenizer of another model?", word);
    }
    return last;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
